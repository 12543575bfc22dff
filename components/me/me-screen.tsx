"use client";

import {
  Ban,
  Bell,
  ChevronRight,
  KeyRound,
  Languages,
  LogOut,
  type LucideIcon,
  MonitorSmartphone,
  PenLine,
  ShieldCheck,
  UserRound,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/lib/client/queries";
import { signOut } from "@/lib/client/sign-in";
import { adminParts } from "@/components/admin/admin-parts";
import { DutyChoice } from "@/components/me/duty-choice";
import { WaitingBadge } from "@/components/reports/waiting-badge";
import { type SettingsPart, settingsParts, withPassword } from "@/components/settings/settings-parts";
import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Screen } from "@/components/ui/screen";
import { useAct } from "@/components/ui/use-act";

const icons: Record<SettingsPart, LucideIcon> = {
  profile: UserRound,
  notifications: Bell,
  appearance: Languages,
  writing: PenLine,
  blocked: Ban,
  devices: MonitorSmartphone,
  security: KeyRound,
};

/** Oneself, and the way to every setting. */
export function MeScreen({ byPin }: { byPin: boolean }) {
  const t = useTranslations("me");
  const settings = useTranslations("settings");
  const role = useTranslations("role");
  const group = useTranslations("group");
  const me = useMe();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    if (await act(signOut)) window.location.assign("/sign-in");
    else setBusy(false);
  };
  return (
    <Screen title={t("title")}>
      <div className="flex flex-col gap-6 px-4 pb-8">
        <Card>
          <div className="flex items-center gap-4">
            <Avatar id={me.id} name={me.full_name} size="xl" />
            <h2 className="min-w-0 text-xl font-semibold [overflow-wrap:anywhere]">{me.full_name}</h2>
          </div>
          <Facts
            facts={[
              [t("username"), me.username],
              [t("email"), me.email],
              [t("role"), role(me.role)],
              [t("team"), group(me.task_group)],
            ]}
          />
          <DutyChoice />
        </Card>
        <nav aria-label={settings("label")}>
          <Card of="rows">
            {settingsParts
              .filter((part) => !byPin || !withPassword.includes(part))
              .map((part) => {
                const Icon = icons[part];
                return (
                  <AppLink
                    key={part}
                    href={`/settings/${part}`}
                    className="flex min-h-14 items-center gap-4 rounded-control px-3.5 text-msg font-medium -outline-offset-2 hover:bg-sunken"
                  >
                    <Icon aria-hidden className="size-5 shrink-0 text-ink-2" strokeWidth={1.8} />
                    <span className="flex-1">{settings(part)}</span>
                    <ChevronRight aria-hidden className="size-4.5 text-ink-2 rtl:-scale-x-100" />
                  </AppLink>
                );
              })}
          </Card>
        </nav>
        {!byPin && adminParts(me.role).length > 0 && (
          <Card of="rows">
            <AppLink
              href="/admin"
              className="flex min-h-14 items-center gap-4 rounded-control px-3.5 text-msg font-medium -outline-offset-2 hover:bg-sunken"
            >
              <ShieldCheck aria-hidden className="size-5 shrink-0 text-ink-2" strokeWidth={1.8} />
              <span className="flex-1">{t("administration")}</span>
              <WaitingBadge of={["reports", "held"]} />
              <ChevronRight aria-hidden className="size-4.5 text-ink-2 rtl:-scale-x-100" />
            </AppLink>
          </Card>
        )}
        {byPin ? (
          // The way out is the lock, which stands over every page.
          <p className="text-sm text-ink-2">{t("byPin")}</p>
        ) : (
          <section className="flex flex-col items-start gap-2">
            <Button look="outline" disabled={busy} onClick={() => void leave()}>
              <LogOut aria-hidden className="size-4.5 rtl:-scale-x-100" />
              {t("signOut")}
            </Button>
            <p className="text-xs text-ink-2">{t("signOutHint")}</p>
          </section>
        )}
      </div>
    </Screen>
  );
}
