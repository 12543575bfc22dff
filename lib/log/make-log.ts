import { type DestinationStream, type Logger, pino } from "pino";
import { plainError } from "./plain-error";

/** A log as the product writes it, one JSON object a line, to standard output or wherever it is told. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        "password",
        "secret",
        "current_password",
        "otp",
        "pin",
        "token",
        "access",
        "refresh",
        "content",
        "authorization",
        "cookie",
      ].flatMap((key) => [key, `*.${key}`]),
      censor: "[redacted]",
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
