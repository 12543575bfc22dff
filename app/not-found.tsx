import { FileQuestion } from "lucide-react";
import { createTranslator } from "use-intl/core";
import { EmptyState } from "@/components/ui/empty-state";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale } from "./reader";

export default async function NotFound() {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <main className="flex h-dvh w-full">
      <EmptyState as="h1" icon={FileQuestion} title={t("error.missingTitle")} hint={t("error.missingHint")}>
        <a
          href="/chat"
          className="flex min-h-11 items-center rounded-control bg-accent px-4 text-sm font-semibold text-on-accent hover:bg-accent-press"
        >
          {t("room.toList")}
        </a>
      </EmptyState>
    </main>
  );
}
