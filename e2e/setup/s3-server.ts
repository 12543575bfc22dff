import http from "node:http";
import { buffer } from "node:stream/consumers";
import { listen } from "@/lib/server/listen";

/** As much of the S3 protocol as the storage speaks, in memory: signed requests, lengths stated, ranges, `NoSuchKey`. */
export async function startS3Server(): Promise<{ url: string; objects: Map<string, Buffer>; stop(): void }> {
  const objects = new Map<string, Buffer>();
  const server = http.createServer((request, answer) => {
    const refuse = (status: number, code: string) =>
      answer
        .writeHead(status, { "content-type": "application/xml" })
        .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    const key = new URL(request.url ?? "/", "http://s3").pathname.slice(1);
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ")) return refuse(403, "AccessDenied");
    if (request.method === "PUT") {
      // The real ones refuse bodies of unknown length.
      if (request.headers["content-length"] === undefined) return refuse(411, "MissingContentLength");
      void buffer(request).then((bytes) => {
        objects.set(key, bytes);
        answer.writeHead(200, { etag: '"x"' }).end();
      });
      return;
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return answer.writeHead(204).end();
    }
    const bytes = objects.get(key);
    if (!bytes) return refuse(404, "NoSuchKey");
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    const part = start === undefined ? bytes : bytes.subarray(Number(start), Number(end) + 1);
    return answer.writeHead(start === undefined ? 200 : 206, { "content-length": part.length }).end(part);
  });
  const port = await listen(server, 0, "127.0.0.1");
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
