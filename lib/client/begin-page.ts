/** Written in by the build: the paths of the scripts that Next would have each page name itself. */
declare const FIRST_SCRIPTS: string[];

/** So long (ms) until a script that the line has lost is asked for again; then twice as long, and so on. */
const AGAIN = 2_000;

/*
 * The one script that pages name. It brings in the others once the page itself has come, or the first picture of one that
 * takes its time: before that they would take the line from what is to be seen, and the processor where the device has them.
 */
let begun = false;
const watch = new PerformanceObserver(begin);
watch.observe({ type: "paint", buffered: true });
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
addEventListener("error", retry, true);

function begin(): void {
  watch.disconnect();
  if (begun) return;
  begun = true;
  for (const path of FIRST_SCRIPTS) add(path, AGAIN);
}

function add(path: string, again: number): void {
  const script = document.createElement("script");
  script.src = path;
  script.dataset.again = `${again}`;
  document.head.append(script);
}

/** Without one of its scripts a page would stay as it is for good. */
function retry({ target }: Event): void {
  if (!(target instanceof HTMLScriptElement)) return;
  const wait = Number(target.dataset.again ?? AGAIN);
  setTimeout(add, wait, target.getAttribute("src"), 2 * wait);
}
