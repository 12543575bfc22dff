"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { HouseSettings, HouseSettingsChange } from "@/lib/contract/house-settings";
import { Confirm } from "@/components/ui/confirm";

type Props = {
  before: HouseSettings;
  asked: HouseSettingsChange;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** Asks before settings are changed for everybody; plainly where it deletes what people have written. */
export function ConfirmSettings({ before, asked, onConfirm, onClose }: Props) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const [now] = useState(Date.now);
  const days = asked.message_days ?? null;
  if (days === null || days >= (before.message_days ?? Infinity)) {
    return (
      <Confirm
        title={t("settingsTitle")}
        hint={t("settingsHint")}
        action={t("save")}
        onConfirm={onConfirm}
        onClose={onClose}
      />
    );
  }
  const from = format.dateTime(new Date(now - days * 86_400_000), { day: "numeric", month: "long", year: "numeric" });
  return (
    <Confirm
      title={t("house.deleteTitle")}
      hint={t("house.deleteHint", { from })}
      action={t("house.deleteAction")}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
