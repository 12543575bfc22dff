import type { Reading } from "../history/reading";

export type Violation = {
  /** One sentence. */
  what: string;
  /** Places in the history that show it. */
  places: number[];
};

/** A pure judgement of a whole history. */
export type Check = {
  name: string;
  /** The promise, in a few words. */
  promise: string;
  run: (reading: Reading) => Violation[];
};
