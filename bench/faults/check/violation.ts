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
  /** `slack`: limits of time are so many times as long. */
  run: (reading: Reading, slack: number) => Violation[];
};
