"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { houseLimitNames, houseLimits, keepDays } from "@/lib/contract/house-limits";
import type { HouseSettingsChange } from "@/lib/contract/house-settings";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { ConfirmSettings } from "@/components/admin/confirm-settings";
import { NumberSetting } from "@/components/admin/number-setting";
import { SettingsSection } from "@/components/admin/settings-section";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

const key = ["admin", "settings"];

/** What is set for everybody. */
export function HouseSettings() {
  const t = useTranslations("admin");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const [asked, setAsked] = useState<HouseSettingsChange | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: key,
    queryFn: () => call("GET /api/admin/settings/"),
    staleTime: 0,
  });
  if (isPending) return <RowsSkeleton />;
  if (!data) return <p className="text-sm text-danger-ink">{errorText(error)}</p>;
  const save = async (body: HouseSettingsChange) => {
    if (await act(() => call("PATCH /api/admin/settings/", { body }))) toast(t("saved"));
    await client.invalidateQueries({ queryKey: key });
  };
  const { usual } = data;
  return (
    <Form className="flex flex-col gap-4" onSend={(form) => setAsked(readForm(form))}>
      <SettingsSection title={t("house.limits")} hint={t("house.limitsHint")}>
        <div className="grid gap-5 sm:grid-cols-2">
          {houseLimitNames.map((limit) => (
            <NumberSetting
              key={limit}
              name={limit}
              label={t(`house.limit.${limit}`)}
              {...houseLimits[limit]}
              value={data.limits[limit]}
            />
          ))}
        </div>
      </SettingsSection>
      <SettingsSection title={t("house.keeping")} hint={t("house.keepingHint")}>
        <NumberSetting
          name="message_days"
          label={t("house.messageDays")}
          {...keepDays}
          value={data.message_days}
          empty={t("house.forEver")}
        />
      </SettingsSection>
      <SettingsSection title={t("house.uploads")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberSetting
            name="upload_mb_per_day"
            label={t("uploadLimit")}
            least={1}
            most={1_000_000}
            value={data.upload_mb_per_day}
            usual={usual.upload_mb_per_day}
          />
          <NumberSetting
            name="file_mb"
            label={t("house.fileMb")}
            least={1}
            most={usual.file_mb}
            value={data.file_mb}
            usual={usual.file_mb}
          />
        </div>
      </SettingsSection>
      <SettingsSection title={t("devices")} hint={t("house.lockHint")}>
        <NumberSetting name="lock_minutes" label={t("lockMinutes")} least={1} most={60} value={data.lock_minutes} />
      </SettingsSection>
      <SettingsSection title={t("filter")} hint={t("hints.filter")}>
        <AppLink
          href="/admin/filter"
          className="inline-flex min-h-11 items-center gap-1 self-start rounded-control font-medium text-accent-ink"
        >
          {t("house.toFilter")}
          <ChevronRight aria-hidden className="size-4.5 rtl:-scale-x-100" />
        </AppLink>
      </SettingsSection>
      <Button type="submit" className="self-start">
        {t("save")}
      </Button>
      {asked && (
        <ConfirmSettings before={data} asked={asked} onConfirm={() => save(asked)} onClose={() => setAsked(null)} />
      )}
    </Form>
  );
}

function readForm(form: FormData) {
  const numberOf = (name: string) => (formText(form, name) === "" ? null : Number(formText(form, name)));
  return {
    upload_mb_per_day: numberOf("upload_mb_per_day"),
    file_mb: numberOf("file_mb"),
    lock_minutes: Number(formText(form, "lock_minutes")),
    message_days: numberOf("message_days"),
    limits: Object.fromEntries(houseLimitNames.map((limit) => [limit, numberOf(limit)])),
  } satisfies HouseSettingsChange;
}
