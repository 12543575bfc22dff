import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { log } from "@/lib/log/log";
import { fieldsOf } from "./fields-of";
import { jsonResponse } from "./json-response";

/** Turns whatever was thrown into the error form of the wire contract. Only what is our own fault is logged. */
export function errorResponse(thrown: unknown, where: { method: string; path: string }): Response {
  const request_id = randomUUID();
  const error = translate(thrown);
  if (error.status >= 500) log.error({ err: thrown, request_id, ...where }, "request failed");
  const headers: Record<string, string> = {};
  if (error.status === 401) headers["www-authenticate"] = "Bearer";
  if (error.status === 429 || error.status === 503) headers["retry-after"] = String(Math.ceil(error.retryAfter ?? 1));
  if (error.allow) headers.allow = error.allow.join(", ");
  const body = { error: error.message, detail: error.message, code: error.code, request_id };
  return jsonResponse(error.status, error.fields ? { ...body, fields: error.fields } : body, headers);
}

function translate(thrown: unknown): ChatError {
  if (thrown instanceof ChatError) return thrown;
  // server.ts and Next each load their own copy of the class.
  if (thrown instanceof Error && thrown.name === "ChatError") return thrown as ChatError;
  if (thrown instanceof ZodError) {
    return new ChatError("invalid_input", "The input is not valid.", { fields: fieldsOf(thrown) });
  }
  if (thrown instanceof Error && thrown.name === "BodyTooLargeError") {
    return new ChatError("too_large", "The body is larger than allowed.");
  }
  const code = databaseCode(thrown);
  if (code !== undefined) {
    if (timeouts.has(code)) return new ChatError("timeout", "That took too long. Try again.");
    if (unreachable.has(code) || code.startsWith("08")) {
      return new ChatError("unavailable", "The database cannot be reached just now. Try again.");
    }
    if (code.startsWith("22")) return new ChatError("invalid_input", "A value cannot be stored as it is.");
    if (code === "23505") return new ChatError("conflict", "That exists already.");
  }
  return new ChatError("internal", "Something went wrong on the server.");
}

/** Statement and lock timeouts, deadlocks and serialization failures: nothing was done, another try may succeed. */
const timeouts = new Set(["57014", "55P03", "40P01", "40001"]);
const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** The code that PostgreSQL or its driver gave; drizzle wraps it as the cause. */
function databaseCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
    // Several addresses of one host failed one after the other.
    if (error instanceof AggregateError) return databaseCode(error.errors[0]);
  }
  return undefined;
}
