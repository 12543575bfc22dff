/// <reference lib="webworker" />
import { type PrecacheEntry, Serwist } from "serwist";
import { keepShared } from "@/lib/client/shared-things";
import { handlePush } from "@/lib/client/service-worker-push";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build: the files of this release, and the empty page that draws what the device holds. */
declare const PRECACHE: PrecacheEntry[];

const SHELL = "/offline";
/** So long a page may take before what is on the device is shown instead; it then goes live by itself. */
const PATIENCE = 10_000;
/** Pages for those who are not signed in, and what is no page. They fail as the browser lets them. */
const NOT_OURS = /^\/(api|_next|sign-in|setup|offline)(\/|$)/;

/**
 * Keeps files of the product alone: scripts, styles, fonts and the empty page. No page or answer that the server made
 * for a person ever enters a cache, so there is nothing in one that somebody else could see.
 */
const worker = new Serwist({
  precacheEntries: PRECACHE,
  clientsClaim: true,
  navigationPreload: true,
  // A new release waits until no page of the old one is open: its scripts are still needed, and nothing is reloaded.
  skipWaiting: false,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.method === "POST" && request.mode === "navigate" && url.pathname === "/share",
      method: "POST",
      handler: async ({ request }) => {
        await keepShared(await request.formData());
        return Response.redirect("/shared", 303);
      },
    },
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === "navigate" && request.method === "GET" && !NOT_OURS.test(url.pathname),
      handler: ({ event, request }) => pageOrShell(event as FetchEvent, request),
    },
  ],
});

async function pageOrShell(event: FetchEvent, request: Request): Promise<Response> {
  const shell = () => worker.matchPrecache(SHELL);
  try {
    const page = await Promise.race([fromServer(event, request), late()]);
    // A server that is being restarted is as good as none.
    if (page && (page.status < 502 || page.status > 504)) return page;
    return (await shell()) ?? page ?? (await fromServer(event, request));
  } catch (error) {
    const kept = await shell();
    if (kept) return kept;
    throw error;
  }
}

async function fromServer(event: FetchEvent, request: Request): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined;
  return preloaded ?? fetch(request);
}

const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));

/** The first page of a new release says so: when it is the only one, the worker that waits takes over. */
self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  if (event.data !== "take-over-if-alone") return;
  event.waitUntil(
    self.clients.matchAll({ includeUncontrolled: true, type: "window" }).then((pages) => {
      if (pages.length <= 1) return self.skipWaiting();
    }),
  );
});

handlePush();
worker.addEventListeners();
