import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";

const known = [
  "offline",
  "rate_limited",
  "forbidden",
  "not_participant",
  "room_archived",
  "silenced",
  "only_admins_write",
  "blocked",
  "invalid_input",
  "not_found",
  "too_large",
  "unsupported_media_type",
  "unprocessable",
  "filter_refused",
  "filter_warning",
] as const;
type Known = (typeof known)[number];

const isKnown = (code: string): code is Known => known.includes(code as Known);

/** What happened and what to do, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("error");
  return (error) => {
    const code = typeof error === "string" ? error : error instanceof ApiError ? error.code : "unknown";
    return t(isKnown(code) ? code : "unknown");
  };
}
