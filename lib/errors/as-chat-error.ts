import { ZodError } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { fieldsOf } from "./fields-of";

/** Statement and lock timeouts, deadlocks and serialization failures: nothing was done, another try may succeed. */
const timeouts = new Set(["57014", "55P03", "40P01", "40001"]);
/** The database is away, going, coming or full up. */
const unreachable = /^(08|57P|53300|ECONN|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_)/;

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
  const code = databaseCode(thrown);
  if (code !== undefined) {
    if (timeouts.has(code)) return new ChatError("timeout", "That took too long. Try again.", { retryAfter: 1 });
    if (unreachable.test(code)) {
      return new ChatError("unavailable", "The database cannot be reached just now. Try again.", { retryAfter: 1 });
    }
    // Disk full, out of memory, configured limit: nothing was written, and it may pass.
    if (code.startsWith("53"))
      return new ChatError("unavailable", "The database is full. Try again.", { retryAfter: 5 });
    if (code.startsWith("22")) return new ChatError("invalid_input", "A value cannot be stored as it is.");
    if (code === "23505") return new ChatError("conflict", "That exists already.");
  }
  return new ChatError("internal", "Something went wrong on the server.");
}

/** The code that PostgreSQL or its driver gave; drizzle wraps it as the cause. */
function databaseCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
    // Several addresses of one host failed one after the other.
    if (error instanceof AggregateError) return databaseCode(error.errors[0]);
  }
  return undefined;
}
