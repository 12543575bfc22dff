"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { newRelease, takeNewRelease } from "@/lib/client/offline-worker";
import { Button } from "@/components/ui/button";

/** A newer release waits. It is taken when somebody says so: what they are writing is kept on the device. */
export function UpdatePrompt() {
  const t = useTranslations("update");
  const waiting = newRelease.use((now) => now);
  if (!waiting) return null;
  return (
    <section
      aria-label={t("title")}
      className="flex min-h-12 shrink-0 arrive items-center justify-center gap-3 border-b border-line bg-surface px-4 py-1.5"
    >
      <RefreshCw aria-hidden className="size-5 shrink-0 text-accent-ink" strokeWidth={1.8} />
      <p className="text-sm font-medium">{t("why")}</p>
      <Button onClick={takeNewRelease}>{t("take")}</Button>
    </section>
  );
}
