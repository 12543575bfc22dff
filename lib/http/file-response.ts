import { Readable } from "node:stream";
import type { OpenedFile } from "@/lib/domain/attachments/open-attachment";
import type { StoredRange } from "@/lib/storage/storage";

/**
 * A file as an answer: whole, in part, or unchanged. Every request asks the server again, so that a removed person's
 * browser shows nothing from its cache; what it still has it need not load twice. Nothing in it can run.
 */
export async function fileResponse(
  request: Request,
  file: OpenedFile,
  tag: string,
  download: boolean,
): Promise<Response> {
  const etag = `"${tag}"`;
  const headers: Record<string, string> = {
    "content-type": file.contentType,
    "content-disposition": disposition(file.name, file.inline && !download),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-cache",
    vary: "Authorization, Cookie",
    etag,
  };
  if (matches(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const { size } = file;
  if (size === null) return new Response(webStream(await file.open()), { headers });
  headers["accept-ranges"] = "bytes";
  const range = request.method === "GET" ? rangeOf(request.headers, size, etag) : undefined;
  if (range === "outside") {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers["content-length"] = String(end - start + 1);
  if (range) headers["content-range"] = `bytes ${start}-${end}/${size}`;
  const bytes = request.method === "HEAD" ? null : webStream(await file.open(range));
  return new Response(bytes, { status: range ? 206 : 200, headers });
}

const webStream = (bytes: Readable) => Readable.toWeb(bytes) as ReadableStream<Uint8Array>;

function matches(given: string | null, etag: string): boolean {
  if (given === null) return false;
  return given.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}

/** One range; several at once, or none that can be read, mean the whole file (RFC 9110 allows it). */
function rangeOf(headers: Headers, size: number, etag: string): StoredRange | "outside" | undefined {
  const condition = headers.get("if-range");
  if (condition !== null && condition !== etag) return undefined;
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < start) return undefined;
  return start > end || (from === "" && Number(to) === 0) ? "outside" : { start, end };
}

/** RFC 6266: an ASCII name for old readers, and the real one in RFC 5987's form. */
function disposition(name: string, inline: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const real = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${real}`;
}
