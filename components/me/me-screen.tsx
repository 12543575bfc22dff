"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { keepLocale, keepTheme, type Theme } from "@/lib/client/device-settings";
import { useMe } from "@/lib/client/queries";
import { signOut } from "@/lib/client/sign-in";
import { useErrorText } from "@/lib/client/use-error-text";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";
import { Choice } from "@/components/me/choice";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Screen } from "@/components/ui/screen";
import { toast } from "@/components/ui/toasts";

const themes = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

export function MeScreen({ theme: kept }: { theme: Theme }) {
  const t = useTranslations("me");
  const role = useTranslations("role");
  const group = useTranslations("group");
  const errorText = useErrorText();
  const me = useMe();
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useState(kept);
  const [busy, setBusy] = useState(false);
  const facts: [string, string][] = [
    [t("username"), me.username],
    [t("email"), me.email],
    [t("role"), role(me.role)],
    [t("team"), group(me.task_group)],
  ];
  const changeLocale = (next: Locale) => {
    keepLocale(next);
    // The device keeps the choice at once; the profile follows when it can.
    void api.updateMe({ locale: next }).catch(() => undefined);
    router.refresh();
  };
  const leave = async () => {
    setBusy(true);
    try {
      await signOut();
      window.location.assign("/sign-in");
    } catch (error) {
      toast(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Screen title={t("title")}>
      <div className="flex flex-col gap-6 px-4 pb-8">
        <section className="flex flex-col gap-5 rounded-bubble border border-line bg-surface p-5">
          <div className="flex items-center gap-4">
            <Avatar id={me.id} name={me.full_name} size="xl" />
            <h2 className="min-w-0 text-xl font-semibold [overflow-wrap:anywhere]">{me.full_name}</h2>
          </div>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-sm">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-2">{name}</dt>
                <dd className="[overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="flex flex-col gap-5 rounded-bubble border border-line bg-surface p-5">
          <h2 className="text-base font-semibold">{t("appearance")}</h2>
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
        </section>
        <section className="flex flex-col items-start gap-2">
          <Button look="outline" disabled={busy} onClick={() => void leave()}>
            <LogOut aria-hidden className="size-4.5 rtl:-scale-x-100" />
            {t("signOut")}
          </Button>
          <p className="text-xs text-ink-2">{t("signOutHint")}</p>
        </section>
      </div>
    </Screen>
  );
}
