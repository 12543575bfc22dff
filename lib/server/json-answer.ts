import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type ErrorCode, errorCodes } from "@/lib/contract/errors";

/** An error of the server itself, in the form of the wire contract. Does nothing when an answer is already under way. */
export function answerError(answer: ServerResponse, code: ErrorCode, sentence: string): void {
  if (answer.headersSent || answer.destroyed) return;
  const { status } = errorCodes[code];
  // A request whose body we refuse to read leaves the connection in the middle of it.
  if (status === 413 || status === 400) answer.setHeader("connection", "close");
  const body = { error: sentence, detail: sentence, code, request_id: randomUUID() };
  answerJson(answer, status, status === 400 ? { ...body, fields: { address: [sentence] } } : body);
}

export function answerJson(answer: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  answer.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  answer.end(answer.req.method === "HEAD" ? undefined : text);
}
