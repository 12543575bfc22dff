"use client";

import { useTranslations } from "use-intl";
import { taskGroups } from "@/lib/contract/task-groups";
import { SelectField } from "@/components/ui/select-field";

export function TeamField({ defaultValue = "none" }: { defaultValue?: string }) {
  const t = useTranslations("admin");
  const name = useTranslations("group");
  return (
    <SelectField label={t("team")} name="task_group" defaultValue={defaultValue}>
      {taskGroups.map((group) => (
        <option key={group} value={group}>
          {name(group)}
        </option>
      ))}
    </SelectField>
  );
}
