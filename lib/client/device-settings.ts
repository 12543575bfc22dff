import type { Locale } from "@/lib/i18n/locales";

export type Theme = "system" | "light" | "dark";

const YEAR = 365 * 24 * 60 * 60;

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
}

/** The theme is kept per device, in a cookie, so that the server's HTML is drawn right at once. */
export function keepTheme(theme: Theme): void {
  keep("theme", theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function keepLocale(locale: Locale): void {
  keep("locale", locale);
}
