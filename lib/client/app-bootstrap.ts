/**
 * Stands in for Next's own, which goes on at once, with all the code of React, Next and the page in one step, during which
 * a phone answers no tap. It would also load scripts that are to come before the page; there are none.
 */
export function appBootstrap(hydrate: () => void): void {
  inTasks([
    // An import would carry these out together with this module.
    /* eslint-disable @typescript-eslint/no-require-imports */
    () => require("react-dom/client") as unknown,
    () => require("next/dist/client/components/app-router") as unknown,
    /* eslint-enable @typescript-eslint/no-require-imports */
    hydrate,
  ]);
}

/** Each in a task of its own, between which the browser answers. */
function inTasks([first, ...rest]: (() => unknown)[]): void {
  if (!first) return;
  setTimeout(() => {
    first();
    inTasks(rest);
  });
}

Object.assign(window, { next: { appDir: true } });
