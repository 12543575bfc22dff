import { ZodError } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { log } from "@/lib/log/log";

export type WireError = { code: string; detail: string; retry_after?: number };

/** Statement and lock timeouts, deadlocks: another try with the same client_id is safe. */
const timeouts = new Set(["57014", "55P03", "40P01", "40001"]);
const connection = /^(08|57P|53300|ECONN|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_)/;

/** Whatever was thrown, as sockets tell it. Only what is our own fault is logged. */
export function translateError(thrown: unknown, command: string): WireError {
  if (isChatError(thrown)) {
    const error: WireError = { code: thrown.code, detail: thrown.message };
    if (thrown.retryAfter !== undefined) error.retry_after = thrown.retryAfter;
    return error;
  }
  if (thrown instanceof ZodError) return { code: "invalid_input", detail: firstReason(thrown) };
  const code = databaseCode(thrown);
  if (code !== undefined) {
    if (timeouts.has(code)) return { code: "timeout", detail: "That took too long. Try again.", retry_after: 1 };
    if (connection.test(code)) {
      log.warn({ err: thrown, command }, "the database cannot be reached");
      return { code: "unavailable", detail: "The database cannot be reached just now. Try again.", retry_after: 1 };
    }
    if (code.startsWith("22")) return { code: "invalid_input", detail: "A value cannot be stored as it is." };
  }
  log.error({ err: thrown, command }, "a command failed");
  return { code: "internal", detail: "Something went wrong on the server." };
}

/** server.ts and Next each load their own copy of the class. */
function isChatError(thrown: unknown): thrown is ChatError {
  return thrown instanceof ChatError || (thrown instanceof Error && thrown.name === "ChatError");
}

function firstReason(error: ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "The input is not valid.";
  const path = issue.path.join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}

function databaseCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
    if (error instanceof AggregateError) return databaseCode(error.errors[0]);
  }
  return undefined;
}
