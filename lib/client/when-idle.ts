/** Runs when the browser has nothing better to do, within 5 s; where it cannot tell, half a second from now. */
export function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 5_000 });
  else setTimeout(run, 500);
}
