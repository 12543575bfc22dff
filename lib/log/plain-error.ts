import { stdSerializers } from "pino";

/** What the database's errors carry beside the reason: the statement, and what people wrote. */
const written = ["query", "params", "parameters", "args", "detail", "where", "internal_query"];

/** An error as the log may hold it: without what was to be stored. A failed query is told by its reason. */
export function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // The message of drizzle's error is the statement and its values.
  const reason = "params" in error && error.cause instanceof Error ? error.cause : error;
  const shown = Object.entries(stdSerializers.err(reason)).filter(([name]) => !written.includes(name));
  return Object.fromEntries(shown);
}
