import { ConfigError } from "@/lib/config/config-error";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "that host is unknown",
  EAI_AGAIN: "that host cannot be looked up",
  CONNECT_TIMEOUT: "it does not answer",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "that host cannot be reached",
  ENETUNREACH: "that host cannot be reached",
  "28P01": "the user or the password is wrong",
  "28000": "the user may not sign in",
  "3D000": "there is no such database",
};

/** What went wrong at the start, in one line for the operator's eyes: no stack, no password. */
export function oneLine(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = faultOf(error);
  return `${message.split("\n")[0]?.trim() ?? "unknown error"}${code && !message.includes(code) ? ` (${code})` : ""}`;
}

/** The same for a database that cannot be used. */
export function databaseFault(url: string, error: unknown): ConfigError {
  const { code, message } = faultOf(error);
  const { host, pathname } = new URL(url);
  return new ConfigError(
    `DATABASE_URL: cannot use ${host}${pathname}: ${reasons[code ?? ""] ?? message} (${code ?? "?"})`,
  );
}

function faultOf(error: unknown): { code: string | undefined; message: string } {
  let fault = error;
  // Drizzle wraps what the driver threw; the operator needs the inner reason.
  while (fault instanceof Error && fault.cause instanceof Error) fault = fault.cause;
  if (fault instanceof AggregateError && fault.errors[0] instanceof Error) fault = fault.errors[0];
  if (!(fault instanceof Error)) return { code: undefined, message: String(fault) };
  return { code: "code" in fault ? String(fault.code) : undefined, message: fault.message };
}
