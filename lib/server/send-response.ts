import type { ServerResponse } from "node:http";
import { jsonTextOf } from "@/lib/http/json-response";

/** Writes a web-standard Response to a node connection, at the speed at which the client reads it. */
export async function sendResponse(response: Response, answer: ServerResponse, method?: string): Promise<void> {
  answer.statusCode = response.status;
  response.headers.forEach((value, name) => {
    // Several cookies must stay several headers.
    if (name !== "set-cookie") answer.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) answer.setHeader("set-cookie", cookies);
  if (!response.body || method === "HEAD") {
    if (method === "HEAD") void response.body?.cancel();
    answer.end();
    return;
  }
  const text = jsonTextOf(response);
  if (text !== undefined) {
    // A stream made of a text that is there costs as much as the whole rest of a short answer.
    answer.setHeader("content-length", Buffer.byteLength(text));
    answer.end(text);
    return;
  }
  const reader = response.body.getReader();
  answer.once("close", () => void reader.cancel().catch(() => undefined));
  try {
    let piece = await reader.read();
    while (!piece.done) {
      // One piece ahead: a short body then leaves with its length, in one packet.
      const next = await reader.read();
      if (next.done && !answer.headersSent) answer.setHeader("content-length", piece.value.byteLength);
      if (!answer.write(piece.value) && !answer.destroyed) await drained(answer);
      if (answer.destroyed) return;
      piece = next;
    }
    answer.end();
  } catch {
    // The body failed half-way: cutting the connection is the only way left to say that it is not whole.
    answer.destroy();
  }
}

function drained(answer: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      answer.off("drain", go);
      answer.off("close", go);
      resolve();
    };
    answer.on("drain", go);
    answer.on("close", go);
  });
}
