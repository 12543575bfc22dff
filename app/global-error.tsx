"use client";

import { lastResort } from "@/lib/i18n/last-resort";
import type { Locale } from "@/lib/i18n/locales";
import "./globals.css";

/** Stands in for the whole document, the layout with its languages included: only the page before it tells which it was. */
export default function DocumentError({ reset }: { reset: () => void }) {
  const lang = typeof document === "undefined" ? "en" : document.documentElement.lang;
  const locale = hasWords(lang) ? lang : "en";
  const { title, hint, again } = lastResort[locale];
  return (
    <html lang={locale}>
      <body>
        <main className="flex h-dvh flex-col items-center justify-center gap-3 p-8 text-center">
          <h1 className="text-lg font-semibold">{title}</h1>
          <p className="text-sm text-ink-2">{hint}</p>
          <button
            type="button"
            onClick={reset}
            className="mt-3 min-h-11 rounded-control bg-accent px-4 text-sm font-semibold text-on-accent"
          >
            {again}
          </button>
        </main>
      </body>
    </html>
  );
}

/** Asked of the words themselves: every page loads this one, and needs nothing else of the languages. */
const hasWords = (lang: string): lang is Locale => Object.hasOwn(lastResort, lang);
