import { createTranslator } from "use-intl/core";
import en from "@/lib/i18n/catalogues/en.json";
import es from "@/lib/i18n/catalogues/es.json";
import vi from "@/lib/i18n/catalogues/vi.json";
import { type Locale, preferredLocale } from "@/lib/i18n/locales";

// As they are written: what pages get is compiled for a formatter that only they have.
const catalogues: Record<Locale, typeof en> = { en, es, vi };

const wordsOf = (locale: Locale) => createTranslator({ locale, messages: catalogues[locale], namespace: "push" });
/** One a language: it also keeps what it has formatted before. */
const made = new Map<Locale, ReturnType<typeof wordsOf>>();

/** What notifications say, in their reader's language. */
export function pushWords(locale: string): ReturnType<typeof wordsOf> {
  const language = preferredLocale(locale);
  const words = made.get(language) ?? wordsOf(language);
  made.set(language, words);
  return words;
}
