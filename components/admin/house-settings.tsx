"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HouseSettings as Settings } from "@/lib/contract/admin";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Form } from "@/components/ui/form";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

const key = ["admin", "settings"];

/** What is set for everybody. */
export function HouseSettings() {
  const t = useTranslations("admin");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const [asked, setAsked] = useState<Settings | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: key,
    queryFn: () => call("GET /api/admin/settings/"),
    staleTime: 0,
  });
  if (isPending) return <RowsSkeleton />;
  if (!data) return <p className="text-sm text-danger-ink">{errorText(error)}</p>;
  const save = async (body: Settings) => {
    if (await act(() => call("PATCH /api/admin/settings/", { body }))) toast(t("saved"));
    await client.invalidateQueries({ queryKey: key });
  };
  return (
    <Card>
      <Form
        className="flex flex-col gap-4"
        onSend={(form) => {
          const upload = formText(form, "upload");
          const lock_minutes = Number(formText(form, "lock"));
          setAsked({ upload_mb_per_day: upload === "" ? null : Number(upload), lock_minutes });
        }}
      >
        <TextField
          label={t("uploadLimit")}
          hint={t("uploadLimitHint")}
          name="upload"
          type="number"
          inputMode="numeric"
          min={1}
          max={1_000_000}
          defaultValue={data.upload_mb_per_day ?? ""}
        />
        <TextField
          label={t("lockMinutes")}
          hint={t("lockMinutesHint")}
          name="lock"
          type="number"
          inputMode="numeric"
          min={1}
          max={60}
          required
          defaultValue={data.lock_minutes}
        />
        <Button type="submit" className="self-start">
          {t("save")}
        </Button>
      </Form>
      {asked && (
        <Confirm
          title={t("settingsTitle")}
          hint={t("settingsHint")}
          action={t("save")}
          onConfirm={() => save(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
