import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { Intl } from "@/components/shell/intl";
import { catalogue, everydayCatalogue } from "@/lib/i18n/catalogue";
import { readerLocale, readerTheme, readerTimeZone } from "./reader";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale), namespace: "app" });
  return { title: t("title"), applicationName: t("name"), icons: { icon: "/icon.svg" }, robots: { index: false } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, timeZone] = await Promise.all([readerLocale(), readerTheme(), readerTimeZone()]);
  return (
    <html lang={locale} dir="ltr" {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>
        <Intl locale={locale} messages={everydayCatalogue(locale)} timeZone={timeZone} now={new Date()}>
          {children}
        </Intl>
      </body>
    </html>
  );
}
