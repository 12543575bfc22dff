import type { ErrorCode } from "./errors";

/** When each refusal is met, for the API documents. */
export const errorSentences: Record<ErrorCode, string> = {
  invalid_input: "The input is not valid.",
  bad_cursor: "The cursor cannot be read.",
  last_admin: "A room keeps at least one admin.",
  unauthorized: "Sign in first.",
  bad_credentials: "The username or password is wrong.",
  token_reused: "This refresh token was used before. Sign in again.",
  forbidden: "Your role or place in the room does not allow this.",
  not_participant: "You are not in this room.",
  room_archived: "This room is archived.",
  bad_origin: "Requests from other sites are refused.",
  wrong_user: "This token belongs to somebody else.",
  not_found: "There is nothing at this address.",
  method_not_allowed: "This method is not possible here.",
  client_id_reused: "This client_id was used for another message.",
  conflict: "It exists already, or there are too many.",
  too_large: "The body is larger than allowed.",
  unsupported_media_type: "Send the body as application/json.",
  unprocessable: "The file is damaged, or not what it claims to be.",
  rate_limited: "Too many requests. Wait a little.",
  internal: "Something went wrong on the server.",
  unavailable: "The database cannot be reached just now. Try again.",
  timeout: "That took too long. Try again.",
};
