import type { Locale } from "@/lib/i18n/locales";
import type en from "./catalogues/en.json";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
