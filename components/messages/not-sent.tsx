"use client";

import { CircleAlert } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { discard, retry } from "@/lib/client/outbox";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { useErrorText } from "@/lib/client/use-error-text";
import { TextButton } from "@/components/ui/text-button";

const Filtered = lazy(() => import("@/components/messages/filtered").then((module) => ({ default: module.Filtered })));

/** The server has refused it: why, and the two ways out. */
export function NotSent({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations("message");
  const errorText = useErrorText();
  if (entry.error?.startsWith("filter_")) {
    return (
      <Suspense>
        <Filtered entry={entry} />
      </Suspense>
    );
  }
  return (
    <p className="mt-0.5 flex items-center gap-3 px-1 text-xs font-medium text-danger-ink">
      <TextButton
        title={entry.error ? errorText(entry.error) : undefined}
        onClick={() => retry(entry.client_id)}
        danger
        className="flex items-center gap-1.5"
      >
        <CircleAlert aria-hidden className="size-4" strokeWidth={2} />
        {t("failed")}
      </TextButton>
      <TextButton onClick={() => discard(entry.client_id)}>{t("discard")}</TextButton>
    </p>
  );
}
