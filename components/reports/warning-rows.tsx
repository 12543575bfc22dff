"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { warningsOptions } from "@/lib/client/moderation";
import { useWhen } from "@/lib/client/use-when";

/** What moderators told the reader, above the rest of what concerned them. */
export function WarningRows() {
  const t = useTranslations("report");
  const when = useWhen();
  const warnings = useQuery(warningsOptions).data?.results ?? [];
  if (warnings.length === 0) return null;
  return (
    <ul className="px-2 pt-1">
      {warnings.map((warning) => (
        <li key={warning.id} className="flex gap-3 rounded-bubble px-3 py-2.5">
          <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-danger-soft text-danger-ink">
            <ShieldAlert aria-hidden className="size-5" strokeWidth={1.8} />
          </span>
          <span className="flex min-w-0 flex-1 flex-col gap-0.5">
            <span className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 text-sm font-semibold">{t("warning")}</span>
              <time dateTime={warning.created_at} className="text-xs text-ink-2 tabular-nums">
                {when.short(warning.created_at)}
              </time>
            </span>
            <span className="text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">{warning.note}</span>
            {warning.acknowledged_at && (
              <span className="text-xs text-ink-2">
                {t("acknowledged", { time: when.full(warning.acknowledged_at) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
