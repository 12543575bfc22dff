"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { formText } from "@/lib/client/form-text";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

/** The name by which the others know one. */
export function ProfileSettings() {
  const t = useTranslations("settings");
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const save = async (form: FormData) => {
    const names = { first_name: formText(form, "first").trim(), last_name: formText(form, "last").trim() };
    setBusy(true);
    const saved = await act(async () => client.setQueryData(keys.me, await api.updateMe(names)));
    if (saved) toast(t("saved"));
    setBusy(false);
  };
  return (
    <Card>
      <div className="flex items-center gap-4">
        <Avatar id={me.id} name={me.full_name} size="xl" />
        <div className="min-w-0">
          <h2 className="text-xl font-semibold [overflow-wrap:anywhere]">{me.full_name}</h2>
          <p className="truncate text-sm text-ink-2">@{me.username}</p>
        </div>
      </div>
      <Form onSend={(fields) => void save(fields)} className="flex flex-col gap-4">
        <TextField
          label={t("firstName")}
          name="first"
          defaultValue={me.first_name}
          maxLength={150}
          autoComplete="given-name"
        />
        <TextField
          label={t("lastName")}
          name="last"
          defaultValue={me.last_name}
          maxLength={150}
          autoComplete="family-name"
        />
        <Button type="submit" disabled={busy} className="self-start">
          {t("save")}
        </Button>
      </Form>
    </Card>
  );
}
