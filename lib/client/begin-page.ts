/** Written in by the build: the paths of the scripts that Next would have each page name itself. */
declare const FIRST_SCRIPTS: string[];

/** Milliseconds after which a page that has not been painted (a tab behind others, an old browser) begins all the same. */
const LONGEST = 500;
/** So long (ms) until a script that the line has lost is asked for again; then twice as long, and so on. */
const AGAIN = 2_000;

/*
 * The one script that pages name. It brings in the others once there is a first picture: before it they would take the
 * line from what is to be seen, and the processor where the device has them.
 */
const watch = new PerformanceObserver(begin);
const timer = setTimeout(begin, document.hidden ? 0 : LONGEST);
watch.observe({ type: "paint", buffered: true });
addEventListener("error", retry, true);

function begin(): void {
  clearTimeout(timer);
  watch.disconnect();
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
