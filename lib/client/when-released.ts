/** Milliseconds without a scroll event after which a wheel, or the momentum that a finger left, has come to rest. */
const REST = 200;

let down = false;
let rolling: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

function letGo(): void {
  if (down || rolling !== undefined) return;
  const all = [...waiting];
  waiting.clear();
  for (const go of all) go();
}

function release(): void {
  // The click comes after the finger has gone up.
  setTimeout(() => {
    down = false;
    letGo();
  });
}

function roll(): void {
  clearTimeout(rolling);
  rolling = setTimeout(() => {
    rolling = undefined;
    letGo();
  }, REST);
}

if (typeof window !== "undefined") {
  // What went down before this was listening.
  down = document.querySelector(":active") !== null;
  window.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, true);
  for (const move of ["wheel", "scroll"]) window.addEventListener(move, roll, { capture: true, passive: true });
}

/**
 * Resolves when no finger or mouse button is down and nothing scrolls: what is replaced under a finger would lose the
 * tap, and what is replaced while it moves would stop short of where the reader wants to be.
 */
export function whenReleased(): Promise<void> {
  return isReleased() ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve));
}

export const isReleased = (): boolean => !down && rolling === undefined;
