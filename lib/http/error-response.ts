import { randomUUID } from "node:crypto";
import { asChatError } from "@/lib/errors/as-chat-error";
import { log } from "@/lib/log/log";
import { jsonResponse } from "./json-response";

/**
 * Turns whatever was thrown into the error form of the wire contract. Only what is our own fault is logged; an answer
 * that was not ready in time as a warning, for the client asks again and has it then.
 */
export function errorResponse(thrown: unknown, where: { method: string; path: string }): Response {
  const request_id = randomUUID();
  const error = asChatError(thrown);
  if (error.status >= 500) {
    log[error.code === "timeout" ? "warn" : "error"]({ err: thrown, request_id, ...where }, "request failed");
  }
  const headers: Record<string, string> = {};
  if (error.status === 401) headers["www-authenticate"] = "Bearer";
  if (error.status === 429 || error.status === 503) headers["retry-after"] = String(Math.ceil(error.retryAfter ?? 1));
  if (error.allow) headers.allow = error.allow.join(", ");
  const body = { error: error.message, detail: error.message, code: error.code, request_id };
  // Clients look for `fields` whenever their input was wrong, also where no single field is to blame.
  const fields = error.fields ?? (error.status === 400 ? { body: [error.message] } : undefined);
  const until = error.until === undefined ? {} : { until: error.until };
  return jsonResponse(error.status, { ...body, ...until, ...(fields ? { fields } : {}) }, headers);
}
