import formatOnly from "use-intl/format-message/format-only";
import { expect, test, vi } from "vitest";
import { catalogue } from "@/lib/i18n/catalogue";
import { locales } from "@/lib/i18n/locales";
import formatMessage from "./format-message";

type Options = Parameters<typeof formatOnly>[3];

const asked = vi.fn();
const formatters = {
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => (
    asked(),
    new Intl.PluralRules(...given)
  ),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => (
    asked(),
    new Intl.NumberFormat(...given)
  ),
} as Options["formatters"];

test.each(locales)("in %s a number of things is said as the platform says it, and few things without it", (locale) => {
  const options: Options = { locale, formatters, cache: {} as Options["cache"] };
  // What the server has compiled is not typed as such.
  const message = catalogue(locale).message.reaction as unknown as Parameters<typeof formatOnly>[1];
  const few = [...Array(1000).keys()];
  const rest = [1000, 1001, 9999, 10_000, 999_999, 1_000_000, 2_500_000, -1, 1.5];
  const said = (counts: number[], by: typeof formatOnly) =>
    counts.map((count) => by("reaction", message, { emoji: "👍", count }, options));
  const wanted = said([...few, ...rest], formatOnly);
  asked.mockClear();
  const got = said(few, formatMessage);
  expect(asked).not.toHaveBeenCalled();
  expect([...got, ...said(rest, formatMessage)]).toEqual(wanted);
});
