"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { mailDelays } from "@/lib/contract/mail-delays";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { SelectField } from "@/components/ui/select-field";
import { useAct } from "@/components/ui/use-act";

const hour = 60;

/** When mentions that stay unread come by e-mail. Only where the house sends any, and there is an address. */
export function MailChoice() {
  const t = useTranslations("notifications");
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const save = (value: string) => {
    const mail_after = mailDelays.find((delay) => String(delay) === value) ?? null;
    return act(async () => client.setQueryData(keys.me, await call("PATCH /api/users/me/", { body: { mail_after } })));
  };
  return (
    <SelectField label={t("mail")} value={me.mail_after ?? "never"} onChange={({ target }) => void save(target.value)}>
      <option value="never">{t("mailNever")}</option>
      {mailDelays.map((delay) => (
        <option key={delay} value={delay}>
          {delay < hour ? t("mailMinutes", { count: delay }) : t("mailHours", { count: delay / hour })}
        </option>
      ))}
    </SelectField>
  );
}
