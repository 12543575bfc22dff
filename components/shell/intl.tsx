"use client";

import { IntlProvider } from "use-intl";
import { type ReactNode, useMemo } from "react";
import { knownZones } from "@/lib/client/known-zones";
import { type Packed, unpack } from "@/lib/client/packed";
import type { Locale } from "@/lib/i18n/locales";
import type { Catalogue, EverydayCatalogue } from "@/lib/i18n/catalogue";
import type { ZoneClock } from "@/lib/i18n/zone-clock";

type Words = Catalogue | EverydayCatalogue;

type Props = {
  locale: Locale;
  messages: Words | Packed<Words>;
  timeZone: string;
  /** Where it is known; times are asked of the browser otherwise. */
  clock?: ZoneClock | undefined;
  now: Date;
  children: ReactNode;
};

/** The reader's language and zone, the same on the server and in the browser. */
export function Intl({ locale, messages, timeZone, clock, now, children }: Props) {
  const words = useMemo(() => unpack(messages), [messages]);
  // Whatever is drawn below reckons with it.
  if (clock) knownZones.set(timeZone, clock);
  return (
    <IntlProvider locale={locale} messages={words} timeZone={timeZone} now={now}>
      {children}
    </IntlProvider>
  );
}
