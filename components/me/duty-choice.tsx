"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { Choice } from "@/components/ui/choice";
import { useAct } from "@/components/ui/use-act";

/** Whether one is at work: the others see it, and quiet hours do not hold meanwhile. */
export function DutyChoice() {
  const t = useTranslations("me");
  const client = useQueryClient();
  const act = useAct();
  const { on_duty } = useMe().presence;
  const save = (value: "on" | "off") =>
    act(async () =>
      client.setQueryData(keys.me, await call("PATCH /api/users/me/", { body: { on_duty: value === "on" } })),
    );
  return (
    <div className="flex flex-col gap-2">
      <Choice
        label={t("duty")}
        name="duty"
        value={on_duty ? "on" : "off"}
        options={[
          { value: "on", label: t("onDuty") },
          { value: "off", label: t("offDuty") },
        ]}
        onChange={(value) => void save(value)}
      />
      <p className="text-xs text-ink-2">{t("dutyHint")}</p>
    </div>
  );
}
