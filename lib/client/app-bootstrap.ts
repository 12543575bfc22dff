/**
 * Stands in for Next's own, which goes on at once, with all the code of React, Next and the page in one step, during which
 * a phone answers no tap: React, the router and the page each have one of their own. It would also load scripts that are to
 * come before the page; there are none.
 */
export function appBootstrap(hydrate: () => void): void {
  // An import would carry these out together with this module.
  /* eslint-disable @typescript-eslint/no-require-imports */
  setTimeout(() => {
    require("react-dom/client");
    setTimeout(() => {
      require("next/dist/client/components/app-router");
      setTimeout(hydrate);
    });
  });
}

Object.assign(window, { next: { appDir: true } });
