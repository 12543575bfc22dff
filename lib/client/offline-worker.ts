/**
 * Registers the worker that opens the chats without a network, once the page has nothing better to do. A newer one that
 * waits takes over when no other page is open.
 */
export function startOfflineWorker(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const register = () =>
    void navigator.serviceWorker.register("/sw.js").then(
      (registration) => registration?.waiting?.postMessage("take-over-if-alone"),
      // Without it everything works but opening without a network.
      () => undefined,
    );
  if ("requestIdleCallback" in window) requestIdleCallback(register, { timeout: 10_000 });
  else setTimeout(register, 3_000);
}
