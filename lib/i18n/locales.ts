export const locales = ["en", "es", "vi"] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name, as its speakers look for it. */
export const localeNames: Record<Locale, string> = { en: "English", es: "Español", vi: "Tiếng Việt" };

export function isLocale(value: string | undefined | null): value is Locale {
  return locales.includes(value as Locale);
}

/** The first language of an `Accept-Language` header that there is a catalogue for. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag, quality] = part.trim().split(";q=");
      return { language: tag?.split("-")[0]?.toLowerCase(), quality: Number(quality ?? 1) };
    })
    .toSorted((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find((language): language is Locale => isLocale(language)) ?? "en";
}
