import { ChatError } from "@/lib/contract/errors";
import { FileWindow } from "./file-window";

const segment = 0x18538067;
const cluster = 0x1f43b675;
/** Tags, attached files, chapters, and what is left empty but need not be. */
const told = [0x1254c367, 0x1941a469, 0x1043a770, 0xec];
const mostElements = 200_000;

/**
 * Takes tags and attached files out of a WebM. What stays in their place is of the same length and empty, so not one block
 * moves or changes. Refuses with `unprocessable` what it cannot follow.
 */
export function stripWebm(path: string): Promise<void> {
  return FileWindow.over(path, async (file) => {
    let at = 0;
    for (let seen = 0; at < file.size; seen++) {
      const found = elementAt(await file.read(at, 12), at);
      if (!found || seen > mostElements) {
        throw new ChatError("unprocessable", "The recording is broken. Save it anew and send that.");
      }
      const { id, body, length } = found;
      // Browsers write on without saying how long it will be: what is inside comes next, as if it lay outside.
      if (id === segment || (id === cluster && length === null)) {
        at = body;
        continue;
      }
      const end = length === null ? file.size : Math.min(body + length, file.size);
      if (told.includes(id)) await empty(file, at, end);
      at = end;
    }
  });
}

function elementAt(head: Buffer, at: number): { id: number; body: number; length: number | null } | null {
  const idWidth = Math.clz32(head[0] ?? 0) - 23;
  const sizeWidth = Math.clz32(head[idWidth] ?? 0) - 23;
  if (idWidth > 4 || sizeWidth > 8 || head.length < idWidth + sizeWidth) return null;
  const digits = head.subarray(idWidth, idWidth + sizeWidth);
  const size = digits.reduce((sum, byte, i) => sum * 256 + (i === 0 ? byte & (0xff >> sizeWidth) : byte), 0);
  const unknown = size === 2 ** (7 * sizeWidth) - 1;
  return {
    id: head.readUIntBE(0, idWidth),
    body: at + idWidth + sizeWidth,
    length: unknown ? null : size,
  };
}

async function empty(file: FileWindow, from: number, to: number): Promise<void> {
  await file.blank(from, to);
  const length = to - from;
  if (length < 2) return;
  const head = Buffer.alloc(length < 9 ? 2 : 9);
  head[0] = 0xec;
  if (head.length === 2) head[1] = 0x80 | (length - 2);
  else {
    head[1] = 0x01;
    head.writeUIntBE(length - 9, 3, 6);
  }
  await file.write(from, head);
}
