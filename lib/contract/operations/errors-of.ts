import type { ErrorCode } from "@/lib/contract/errors";
import type { Operation } from "./operation";

/** Everything that a call may be refused with: what all may, what its parts bring along, and its own. */
export function errorsOf(operation: Operation): ErrorCode[] {
  const codes = new Set<ErrorCode>(operation.errors);
  for (const code of ["rate_limited", "unavailable", "timeout"] as const) codes.add(code);
  const sends = operation.body !== undefined || operation.form !== undefined;
  if (operation.query || sends) codes.add("invalid_input");
  if (sends) codes.add("too_large").add("unsupported_media_type");
  if (operation.params) codes.add("not_found");
  if (operation.auth === "bearer") codes.add("unauthorized");
  if (operation.auth === "bearer" && operation.method !== "GET") codes.add("bad_origin");
  return [...codes];
}
