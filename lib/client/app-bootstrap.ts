/** Milliseconds after which a page that has not been painted (a tab behind others, an old browser) comes alive all the same. */
const LONGEST = 500;

/**
 * Stands in for Next's own, which goes on at once, with all the code of React, Next and the page in one step, during which
 * a phone answers no tap; and where the code was there before the first picture, that came after it. It would also load
 * scripts that are to come before the page; there are none.
 */
export function appBootstrap(hydrate: () => void): void {
  whenPainted(() => {
    // React itself is made ready now; what Next makes of it comes in the next task.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be carried out before the picture
    require("react-dom/client");
    setTimeout(hydrate);
  });
}

function whenPainted(run: () => void): void {
  const watch = new PerformanceObserver(go);
  // The first picture of a page that the device has kept is a place to wait in: what there is to see, its script draws.
  const atOnce = document.hidden || document.querySelector("[data-shell]") !== null;
  const timer = setTimeout(go, atOnce ? 0 : LONGEST);
  watch.observe({ type: "paint", buffered: true });

  function go(): void {
    clearTimeout(timer);
    watch.disconnect();
    run();
  }
}

Object.assign(window, { next: { appDir: true } });
