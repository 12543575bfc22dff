import { createStore } from "@/lib/client/store";
import { whenIdle } from "@/lib/client/when-idle";

/** Whether a newer release waits to be taken. */
export const newRelease = createStore(false);

let registered: ServiceWorkerRegistration | undefined;
/** The first seconds (ms) belong to the page: the worker fetches the code of all of them. */
const LATER = 4_000;
/** An open page asks so often (ms) whether there is one: some stay open for weeks. */
const EVERY = 60 * 60_000;

/**
 * Registers the worker that opens the chats without a network, once the page has nothing better to do. A newer one that
 * waits takes over when no other page is open, or when somebody says so.
 */
export function startOfflineWorker(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const later = () => window.addEventListener("online", register, { once: true });
  const register = () => {
    // Nothing newer can be had, and the browser would complain.
    if (!navigator.onLine) return later();
    navigator.serviceWorker.register("/sw.js").then(
      (registration) => {
        // Where workers are not to be had, some browsers answer with nothing.
        if (registration) watch(registration);
      },
      // The line was lost on the way. Without it everything works but opening without a network.
      later,
    );
  };
  setTimeout(() => whenIdle(register), LATER);
}

function watch(registration: ServiceWorkerRegistration): void {
  registered = registration;
  const { waiting } = registration;
  if (waiting) {
    // This page came from the new release; the worker is all that is old.
    waiting.postMessage("take-over-if-alone");
    follow(waiting);
  }
  registration.addEventListener("updatefound", () => registration.installing && follow(registration.installing));
  setInterval(() => void registration.update().catch(() => undefined), EVERY);
}

function follow(worker: ServiceWorker): void {
  // The very first one has nobody to take over from.
  const look = () => newRelease.set(worker.state === "installed" && navigator.serviceWorker.controller !== null);
  worker.addEventListener("statechange", look);
  look();
}

/** Lets the worker that waits take over, and loads this page from it. */
export function takeNewRelease(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  registered?.waiting?.postMessage("take-over");
}
