"use client";

import { useTranslations } from "use-intl";
import type { MadeCode } from "@/lib/contract/invites";
import type { Role, TaskGroup } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { FormModal } from "@/components/admin/form-modal";
import { RoleField } from "@/components/admin/role-field";
import { TeamField } from "@/components/admin/team-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

const times = [24, 72, 168, 720] as const;

/** An invitation: to which role, for how many, for how long. */
export function NewInvite({ onMade, onClose }: { onMade: (made: MadeCode) => void; onClose: () => void }) {
  const t = useTranslations("admin");
  const save = async (form: FormData) => {
    const field = (name: string) => formText(form, name).trim();
    const body = {
      label: field("label"),
      role: field("role") as Role,
      task_group: field("task_group") as TaskGroup,
      max_uses: Number(field("max_uses")),
      hours: Number(field("hours")),
    };
    onMade(await call("POST /api/admin/invites/", { body }));
  };
  return (
    <FormModal title={t("newInvite")} action={t("create")} onSubmit={save} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField label={t("label")} name="label" maxLength={100} hint={t("labelHint")} error={wrong("label")} />
          <RoleField action="people.invite" />
          <TeamField />
          <TextField
            label={t("maxUses")}
            name="max_uses"
            type="number"
            inputMode="numeric"
            min={1}
            max={500}
            defaultValue={1}
            required
            error={wrong("max_uses")}
          />
          <SelectField label={t("validFor")} name="hours" defaultValue="72">
            {times.map((hours) => (
              <option key={hours} value={hours}>
                {t("days", { count: hours / 24 })}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </FormModal>
  );
}
