"use client";

import { IntlProvider } from "use-intl";
import { type ReactNode, useMemo } from "react";
import { type Packed, unpack } from "@/lib/client/packed";
import type { Locale } from "@/lib/i18n/locales";
import type { Catalogue, EverydayCatalogue } from "@/lib/i18n/catalogue";

type Words = Catalogue | EverydayCatalogue;

type Props = {
  locale: Locale;
  messages: Words | Packed<Words>;
  timeZone: string;
  now: Date;
  children: ReactNode;
};

/** The reader's language and zone, the same on the server and in the browser. */
export function Intl({ locale, messages, timeZone, now, children }: Props) {
  const words = useMemo(() => unpack(messages), [messages]);
  return (
    <IntlProvider locale={locale} messages={words} timeZone={timeZone} now={now}>
      {children}
    </IntlProvider>
  );
}
