import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { createTranslator } from "use-intl/core";
import { Intl } from "@/components/shell/intl";
import { splashScreens } from "@/components/shell/splash-screens";
import { pack } from "@/lib/client/packed";
import { catalogue, everydayCatalogue } from "@/lib/i18n/catalogue";
import { zoneClock } from "@/lib/i18n/zone-clock";
import { paper } from "./paper";
import { readerLocale, readerTheme, readerTimeZone } from "./reader";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale), namespace: "app" });
  return {
    title: t("title"),
    applicationName: t("name"),
    icons: { icon: "/icon.svg", apple: "/icons/apple-180.png" },
    robots: { index: false },
    formatDetection: { telephone: false },
    appleWebApp: {
      title: t("name"),
      startupImage: splashScreens.flatMap(({ file, media }) =>
        (["light", "dark"] as const).map((theme) => ({ url: `/icons/${file(theme)}`, media: media(theme) })),
      ),
    },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: paper.light },
    { media: "(prefers-color-scheme: dark)", color: paper.dark },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload(inter, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const [locale, theme, timeZone] = await Promise.all([readerLocale(), readerTheme(), readerTimeZone()]);
  return (
    <html lang={locale} dir="ltr" {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>
        <Intl
          locale={locale}
          messages={pack(everydayCatalogue(locale))}
          timeZone={timeZone}
          clock={zoneClock(timeZone)}
          now={new Date()}
        >
          {children}
        </Intl>
      </body>
    </html>
  );
}
