import { pino, type Logger } from "pino";
import { plainError } from "./plain-error";

const slot = Symbol.for("aristay.log");
const shared = globalThis as { [slot]?: Logger };

/**
 * The structured log, one JSON object a line on standard output. Never give it a token, a password or the text of a
 * message; the redaction below only catches slips.
 */
export const log: Logger = (shared[slot] ??= pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: plainError },
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ["password", "token", "access", "refresh", "content", "authorization", "cookie"].flatMap((key) => [
      key,
      `*.${key}`,
    ]),
    censor: "[redacted]",
  },
}));
