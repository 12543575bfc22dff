import { ChatError } from "@/lib/contract/errors";

/**
 * Where a client stands. `h`: everything written before this transaction it has. While it pages, `n` is the horizon at
 * the start of the pass, `r` and `s` the room and number it has got to. `t`: when the horizon was taken (s), `d`: which
 * database it belongs to. Clients never look inside.
 */
export type SyncCursor = { h: string; t: number; d: string; n?: string; u?: number; r?: string; s?: number };

export function writeCursor(cursor: SyncCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

const digits = /^\d{1,20}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses with `bad_cursor` whatever `writeCursor` did not make. */
export function readCursor(text: string): SyncCursor {
  try {
    const c = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Partial<Record<keyof SyncCursor, unknown>>;
    const { h, t, d, n, u, r, s } = c;
    if (typeof h === "string" && digits.test(h) && typeof d === "string" && digits.test(d) && typeof t === "number") {
      if (n === undefined) return { h, t, d };
      if (
        typeof n === "string" &&
        digits.test(n) &&
        typeof u === "number" &&
        typeof r === "string" &&
        uuid.test(r) &&
        typeof s === "number" &&
        Number.isSafeInteger(s)
      ) {
        return { h, t, d, n, u, r, s };
      }
    }
  } catch {
    // Falls through: what cannot be parsed is no cursor.
  }
  throw new ChatError("bad_cursor", "This cursor cannot be read. Start again with cursor null and reload.", {
    fields: { cursor: ["It was not made by sync."] },
  });
}
