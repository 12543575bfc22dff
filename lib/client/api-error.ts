import type { ErrorCode } from "@/lib/contract/errors";

/** The server's codes; `offline` when it could not be reached, `unknown` when it answered something else. */
export type ApiErrorCode = ErrorCode | "offline" | "unknown";

/** Whatever kept a call from being done. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ApiErrorCode;
  readonly fields: Record<string, string[]>;

  constructor(status: number, code: ApiErrorCode, message: string, fields: Record<string, string[]> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}
