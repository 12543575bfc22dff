"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { installer } from "@/lib/client/installer";
import { useHydrated } from "@/lib/client/use-hydrated";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";

/** How to have the chats as an app, on the device that one is at. Nothing where they are one already. */
export function InstallGuide() {
  const t = useTranslations("install");
  const offer = installer.use((now) => now);
  if (!useHydrated() || window.matchMedia("(display-mode: standalone)").matches) return null;
  const { userAgent, maxTouchPoints } = navigator;
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
  const place = apple ? "ios" : /Android/.test(userAgent) ? "android" : "desktop";
  return (
    <Card>
      <Section title={t("title")}>
        <p className="text-sm text-ink-2">{t("why")}</p>
        {offer ? (
          <Button className="self-start" onClick={() => void offer.prompt()}>
            <Download aria-hidden className="size-4.5" strokeWidth={1.8} />
            {t("install")}
          </Button>
        ) : (
          <ol className="flex list-decimal flex-col gap-1 ps-5 text-sm">
            <li>{t(`${place}.first`)}</li>
            <li>{t(`${place}.second`)}</li>
          </ol>
        )}
      </Section>
    </Card>
  );
}
