/** The one table of error codes: HTTP status, and whether the outcome is unknown so that the same call may be tried again. */
export const errorCodes = {
  invalid_input: { status: 400 },
  bad_cursor: { status: 400 },
  last_admin: { status: 400 },
  unauthorized: { status: 401 },
  bad_credentials: { status: 401 },
  otp_required: { status: 401 },
  otp_wrong: { status: 401 },
  token_reused: { status: 401 },
  forbidden: { status: 403 },
  not_participant: { status: 403 },
  room_archived: { status: 403 },
  silenced: { status: 403 },
  only_admins_write: { status: 403 },
  blocked: { status: 403 },
  bad_origin: { status: 403 },
  wrong_user: { status: 403 },
  not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  client_id_reused: { status: 409 },
  conflict: { status: 409 },
  too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  unprocessable: { status: 422 },
  filter_refused: { status: 422 },
  filter_warning: { status: 422 },
  filter_held: { status: 422 },
  filter_full: { status: 409 },
  rate_limited: { status: 429 },
  internal: { status: 500 },
  unavailable: { status: 503, retry: true },
  timeout: { status: 503, retry: true },
} as const satisfies Record<string, { status: number; retry?: true }>;

export type ErrorCode = keyof typeof errorCodes;

export type ErrorExtras = { fields?: Record<string, string[]>; retryAfter?: number; allow?: string[]; until?: string };

/** What a verb throws. `message` is one human sentence; edges translate the code to their own form. */
export class ChatError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string[]> | undefined;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;
  readonly allow: string[] | undefined;
  /** When the refusal ends, where that is known: a time as the wire has them. */
  readonly until: string | undefined;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.name = "ChatError";
    this.code = code;
    this.fields = extras.fields;
    this.retryAfter = extras.retryAfter;
    this.allow = extras.allow;
    this.until = extras.until;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
