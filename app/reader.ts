import { cookies, headers } from "next/headers";
import { cache } from "react";
import { cookieNames } from "@/lib/auth/cookie-names";
import { pageSession } from "@/lib/auth/page-session";
import type { Theme } from "@/lib/client/device-settings";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "@/lib/domain/ctx";
import { getMe } from "@/lib/domain/users/get-me";
import { isLocale, type Locale, preferredLocale } from "@/lib/i18n/locales";

/** Who looks at the page, asked once a request. */
export const readerSession = cache(async (): Promise<{ ctx: Ctx; me: Me } | null> => {
  const ctx = await pageSession();
  return ctx ? { ctx, me: await getMe(ctx) } : null;
});

/** The cookie of a browser that is approved for several people. */
export async function deviceToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieNames().sharedDevice)?.value;
}

/** The language chosen on this device, else the person's own, else the browser's. */
export const readerLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get("locale")?.value;
  if (isLocale(chosen)) return chosen;
  const own = (await readerSession())?.me.locale.split("-")[0];
  return isLocale(own) ? own : preferredLocale((await headers()).get("accept-language"));
});

export async function readerTheme(): Promise<Theme> {
  const kept = (await cookies()).get("theme")?.value;
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** The person's own zone; one that this server does not know counts as UTC. */
export async function readerTimeZone(): Promise<string> {
  const zone = (await readerSession())?.me.timezone ?? "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
