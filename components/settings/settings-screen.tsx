"use client";

import { useTranslations } from "use-intl";
import type { Theme } from "@/lib/client/device-settings";
import { NotificationSettings } from "@/components/notifications/notification-settings";
import { AppearanceSettings } from "@/components/settings/appearance-settings";
import { BlockedSettings } from "@/components/settings/blocked-settings";
import { DeviceSettings } from "@/components/settings/device-settings";
import { ProfileSettings } from "@/components/settings/profile-settings";
import { SecuritySettings } from "@/components/settings/security-settings";
import type { SettingsPart } from "@/components/settings/settings-parts";
import { WritingSettings } from "@/components/settings/writing-settings";
import { BackLink } from "@/components/ui/back-link";
import { Screen } from "@/components/ui/screen";

/** `shared`: on a device of several people. */
export function SettingsScreen(given: { part: SettingsPart; theme: Theme; shared: boolean }) {
  const t = useTranslations("settings");
  return (
    <Screen title={t(given.part)} back={<BackLink href="/me" label={t("back")} />}>
      <div className="flex flex-col gap-6 px-4 pt-2 pb-8">
        <Part {...given} />
      </div>
    </Screen>
  );
}

function Part({ part, theme, shared }: { part: SettingsPart; theme: Theme; shared: boolean }) {
  switch (part) {
    case "profile":
      return <ProfileSettings />;
    case "notifications":
      return <NotificationSettings shared={shared} />;
    case "appearance":
      return <AppearanceSettings theme={theme} />;
    case "writing":
      return <WritingSettings />;
    case "blocked":
      return <BlockedSettings />;
    case "devices":
      return <DeviceSettings />;
    case "security":
      return <SecuritySettings />;
  }
}
