import compile from "icu-minify/compile";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/catalogues/en.json";
import es from "@/lib/i18n/catalogues/es.json";
import vi from "@/lib/i18n/catalogues/vi.json";

export type Catalogue = typeof en;

const sources: Record<Locale, Catalogue> = { en, es, vi };
const compiled = new Map<Locale, Catalogue>();

type Tree = { [key: string]: string | Tree };

function compileTree(tree: Tree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === "string" ? compile(value) : compileTree(value)]),
  );
}

/** A language's messages, compiled once for the formatter that the pages carry. Keys stay those of the catalogue. */
export function catalogue(locale: Locale): Catalogue {
  // Through JSON, since the compiler's objects have no prototype and could not be handed to the browser.
  const held = compiled.get(locale) ?? (JSON.parse(JSON.stringify(compileTree(sources[locale]))) as Catalogue);
  compiled.set(locale, held);
  return held;
}

export type EverydayCatalogue = Omit<Catalogue, "admin" | "audit" | "filter" | "held">;

/** What every page carries: the administration brings its own texts along. */
export function everydayCatalogue(locale: Locale): EverydayCatalogue {
  const { admin: _admin, audit: _audit, filter: _filter, held: _held, ...everyday } = catalogue(locale);
  return everyday;
}
