"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { keepLocale, keepTheme, type Theme } from "@/lib/client/device-settings";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useHydrated } from "@/lib/client/use-hydrated";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";
import { Choice } from "@/components/ui/choice";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { useAct } from "@/components/ui/use-act";

const themes = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/** How it looks on this device, and the language and zone that times are told in. */
export function AppearanceSettings({ theme: kept }: { theme: Theme }) {
  const t = useTranslations("me");
  const settings = useTranslations("settings");
  const me = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const act = useAct();
  const locale = useLocale();
  const hydrated = useHydrated();
  const [theme, setTheme] = useState(kept);
  const changeLocale = (next: Locale) => {
    keepLocale(next);
    // The device keeps the choice at once; the profile follows when it can.
    void api.updateMe({ locale: next }).catch(() => undefined);
    router.refresh();
  };
  const changeZone = async (timezone: string) => {
    await act(async () => client.setQueryData(keys.me, await api.updateMe({ timezone })));
    router.refresh();
  };
  // What the browser knows may be more than the server does, so the list is drawn in the browser alone.
  const zones = hydrated ? [...new Set([me.timezone, "UTC", ...Intl.supportedValuesOf("timeZone")])] : [me.timezone];
  return (
    <Card>
      <Choice
        label={t("theme")}
        name="theme"
        value={theme}
        options={themes.map(({ value, icon }) => ({ value, icon, label: t(value) }))}
        onChange={(next) => {
          keepTheme(next);
          setTheme(next);
        }}
      />
      <Choice
        label={t("language")}
        name="locale"
        value={locale}
        options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
        onChange={changeLocale}
      />
      <SelectField
        label={settings("timezone")}
        value={me.timezone}
        onChange={(event) => void changeZone(event.target.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
    </Card>
  );
}
