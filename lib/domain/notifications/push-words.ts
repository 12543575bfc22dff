import { createTranslator } from "use-intl/core";
import en from "@/lib/i18n/catalogues/en.json";
import es from "@/lib/i18n/catalogues/es.json";
import vi from "@/lib/i18n/catalogues/vi.json";
import { type Locale, preferredLocale } from "@/lib/i18n/locales";

// As they are written: what pages get is compiled for a formatter that only they have.
const catalogues: Record<Locale, typeof en> = { en, es, vi };

/** What notifications say, in their reader's language. */
export function pushWords(locale: string) {
  const language = preferredLocale(locale);
  return createTranslator({ locale: language, messages: catalogues[language], namespace: "push" });
}
