import formatOnly from "use-intl/format-message/format-only";
import { isLocale, type Locale } from "@/lib/i18n/locales";

type Formatters = Parameters<typeof formatOnly>[3]["formatters"];

/**
 * Which word goes with a whole number of things, by CLDR's rules for cardinals. The first plural that a browser is asked
 * for costs a phone some 90 ms, and nearly every one is about few things.
 */
const few: Record<Locale, (count: number) => Intl.LDMLPluralRule> = {
  en: (count) => (count === 1 ? "one" : "other"),
  es: (count) => (count === 1 ? "one" : "other"),
  vi: () => "other",
};
/** Up to here (exclusive) a number is written without separators, and Spanish has no third form yet. */
const MANY = 1_000;

const isFew = (count: unknown): count is number =>
  Number.isInteger(count) && Number(count) >= 0 && Number(count) < MANY;

/** Stands in for use-intl's own: it formats catalogues that the server has compiled, and asks the browser for rare numbers only. */
export default function formatMessage(...[key, message, values, options]: Parameters<typeof formatOnly>) {
  return formatOnly(key, message, values, { ...options, formatters: frugal(options.formatters) });
}
formatMessage.raw = formatOnly.raw;

function frugal(given: Formatters): Formatters {
  return {
    ...given,
    getPluralRules(locale, settings) {
      const all = () => given.getPluralRules(locale, settings);
      if (settings?.type === "ordinal" || typeof locale !== "string" || !isLocale(locale)) return all();
      const rules: Pick<Intl.PluralRules, "select"> = {
        select: (count) => (isFew(count) ? few[locale](count) : all().select(count)),
      };
      return rules as Intl.PluralRules;
    },
    getNumberFormat(locale, settings) {
      const all = () => given.getNumberFormat(locale, settings);
      if (settings) return all();
      const format: Pick<Intl.NumberFormat, "format"> = {
        format: (count: number) => (isFew(count) ? String(count) : all().format(count)),
      };
      return format as Intl.NumberFormat;
    },
  };
}
