let down = false;
const waiting = new Set<() => void>();

function release(): void {
  // The click comes after the finger has gone up.
  setTimeout(() => {
    down = false;
    const all = [...waiting];
    waiting.clear();
    for (const go of all) go();
  });
}

if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, true);
}

/** Resolves when no finger or mouse button is down: what is replaced under one would lose the tap. */
export function whenReleased(): Promise<void> {
  return down ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve();
}
