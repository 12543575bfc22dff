import { asChatError } from "@/lib/errors/as-chat-error";
import { log } from "@/lib/log/log";

export type WireError = { code: string; detail: string; retry_after?: number; until?: string };

/** Whatever was thrown, as sockets tell it. Only what is our own fault is logged. */
export function translateError(thrown: unknown, command: string): WireError {
  const error = asChatError(thrown);
  if (error.code === "internal") log.error({ err: thrown, command }, "a command failed");
  else if (error.status >= 500) log.warn({ err: thrown, command }, "a command could not be carried out");
  const [field] = Object.entries(error.fields ?? {});
  const detail = field ? `${field[0]}: ${field[1][0] ?? error.message}` : error.message;
  return {
    code: error.code,
    detail,
    ...(error.retryAfter === undefined ? {} : { retry_after: error.retryAfter }),
    ...(error.until === undefined ? {} : { until: error.until }),
  };
}
