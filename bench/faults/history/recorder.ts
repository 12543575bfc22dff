import { closeSync, openSync, writeSync } from "node:fs";
import type { Entry } from "./entry";

type Timed = Entry extends infer One ? (One extends Entry ? Omit<One, "at"> : never) : never;

/** Writes the history down: an entry is in the file before the caller goes on. */
export class Recorder {
  readonly entries: Entry[] = [];
  readonly #file: number;
  #ops = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  note(entry: Timed): Entry {
    const complete: Entry = { ...entry, at: Date.now() };
    this.entries.push(complete);
    writeSync(this.#file, `${JSON.stringify(complete)}\n`);
    return complete;
  }

  nextOp(): number {
    return ++this.#ops;
  }

  close(): void {
    closeSync(this.#file);
  }
}
