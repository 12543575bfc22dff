import type { ServerResponse } from "node:http";
import { metrics } from "./metrics";

/** Counts what is answered, by what it was asked for: an address may name a room or a person, so none is kept. */
export function countRequest(path: string, answer: ServerResponse): void {
  const kept = metrics();
  if (!kept) return;
  const kind = path.startsWith("/api") ? "api" : /^\/(_next|icons|emoji)\//.test(path) ? "file" : "page";
  const timed = kept.answers.startTimer({ kind });
  answer.once("close", () => {
    timed();
    // Whoever went away before the answer was there was answered nothing.
    kept.requests.inc({ kind, status: answer.writableFinished ? String(answer.statusCode) : "none" });
  });
}
