"use client";

import { useTranslations } from "use-intl";
import { type AlertChoice, keepAlertChoice, useAlertChoice } from "@/lib/client/alert-choices";
import { Choice } from "@/components/ui/choice";

/** Whether this device makes itself heard and felt while the chats are open. */
export function AlertChoices() {
  return (
    <>
      <One choice="sound" />
      <One choice="vibration" />
    </>
  );
}

function One({ choice }: { choice: AlertChoice }) {
  const t = useTranslations("notifications");
  const on = useAlertChoice(choice);
  return (
    <Choice
      label={t(choice)}
      name={choice}
      value={on ? "on" : "off"}
      options={[
        { value: "on", label: t("alertOn") },
        { value: "off", label: t("alertOff") },
      ]}
      onChange={(value) => keepAlertChoice(choice, value === "on")}
    />
  );
}
