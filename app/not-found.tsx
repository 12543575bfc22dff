import { createTranslator } from "use-intl/core";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale } from "./reader";

export default async function NotFound() {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <main className="flex h-dvh w-full flex-col items-center justify-center gap-2 p-8 text-center">
      <h1 className="text-2xl font-bold">{t("error.missingTitle")}</h1>
      <p className="text-ink-2">{t("error.missingHint")}</p>
      <a
        href="/chat"
        className="mt-4 flex min-h-11 items-center rounded-control bg-accent px-5 font-semibold text-on-accent"
      >
        {t("room.toList")}
      </a>
    </main>
  );
}
