let given = 0;

/** Every connection of a run has a number of its own. */
export function connectionNumber(): number {
  return ++given;
}
