import type { Logger } from "pino";
import { makeLog } from "./make-log";

const slot = Symbol.for("aristay.log");
const shared = globalThis as { [slot]?: Logger };

/**
 * The structured log on standard output. Never give it a token, a password or the text of a message; its redaction only
 * catches slips.
 */
export const log: Logger = (shared[slot] ??= makeLog(process.env.LOG_LEVEL || "info"));
