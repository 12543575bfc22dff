import { ZodError } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { fieldsOf } from "./fields-of";

/** Statement and lock timeouts, deadlocks, serialization failures, a database that says nothing: another try may succeed. */
const timeouts = new Set(["57014", "55P03", "40P01", "40001", "SILENT_DATABASE"]);
/**
 * The database is away, going, coming, full up, ill (58), or has become the copy of another one (25006). 26000: it was
 * cut off, and does not know what the connection had prepared. The driver then tries once more, and tells this code
 * whatever was said against the second try: both were refused, and nothing was written.
 */
const unreachable = /^(08|26000|57P|58|53300|25006|ECONN|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_)/;

/** Of PostgreSQL's disk, or of the one where files lie. */
const diskFull = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** Whatever was thrown, as one of the codes of the contract's table: what every transport tells its client. */
export function asChatError(thrown: unknown): ChatError {
  if (thrown instanceof ChatError) return thrown;
  // server.ts and Next each load their own copy of the class.
  if (thrown instanceof Error && thrown.name === "ChatError") return thrown as ChatError;
  if (thrown instanceof ZodError) {
    return new ChatError("invalid_input", "The input is not valid.", { fields: fieldsOf(thrown) });
  }
  if (thrown instanceof Error && thrown.name === "BodyTooLargeError") {
    return new ChatError("too_large", "The body is larger than allowed.");
  }
  const code = systemCode(thrown);
  if (code !== undefined) {
    if (timeouts.has(code)) return new ChatError("timeout", "That took too long. Try again.", { retryAfter: 1 });
    if (unreachable.test(code)) {
      return new ChatError("unavailable", "The database cannot be reached just now. Try again.", { retryAfter: 1 });
    }
    // Nothing was written, and it may pass.
    if (diskFull.has(code)) {
      return new ChatError("unavailable", "The server's disk is full. Try again later.", { retryAfter: 5 });
    }
    if (code.startsWith("53")) {
      return new ChatError("unavailable", "The database has reached a limit. Try again.", { retryAfter: 5 });
    }
    if (code.startsWith("22")) return new ChatError("invalid_input", "A value cannot be stored as it is.");
    if (code === "23505") return new ChatError("conflict", "That exists already.");
  }
  return new ChatError("internal", "Something went wrong on the server.");
}

/** The code that PostgreSQL, its driver or the file system gave; drizzle wraps it as the cause. */
function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
    // Several addresses of one host failed one after the other.
    if (error instanceof AggregateError) return systemCode(error.errors[0]);
  }
  return undefined;
}
