import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createDeflate } from "node:zlib";

const some = Buffer.alloc(1024 * 1024, " ");

/** A word and so many spaces, packed a megabyte at a time: the test itself needs no memory for what it makes. */
export function spaced(word: string, spaces: number): Promise<Buffer> {
  const pieces = function* () {
    yield Buffer.from(word);
    for (let left = spaces; left > 0; left -= some.length) yield some.subarray(0, left);
  };
  return buffer(Readable.from(pieces()).pipe(createDeflate({ level: 1 })));
}
