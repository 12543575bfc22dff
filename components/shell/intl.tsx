"use client";

import { IntlProvider } from "use-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Catalogue, EverydayCatalogue } from "@/lib/i18n/catalogue";

type Props = {
  locale: Locale;
  messages: Catalogue | EverydayCatalogue;
  timeZone: string;
  now: Date;
  children: ReactNode;
};

/** The reader's language and zone, the same on the server and in the browser. */
export function Intl({ locale, messages, timeZone, now, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone} now={now}>
      {children}
    </IntlProvider>
  );
}
