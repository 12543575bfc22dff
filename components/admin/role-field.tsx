"use client";

import { useTranslations } from "use-intl";
import { type HouseAction, houseMay } from "@/lib/contract/permissions";
import { roles } from "@/lib/contract/roles";
import { useMe } from "@/lib/client/queries";
import { SelectField } from "@/components/ui/select-field";

type Props = { action: HouseAction; defaultValue?: string; disabled?: boolean };

/** The roles that one may give. */
export function RoleField({ action, defaultValue = "staff", disabled = false }: Props) {
  const t = useTranslations("admin");
  const name = useTranslations("role");
  const me = useMe();
  return (
    <SelectField label={t("role")} name="role" defaultValue={defaultValue} disabled={disabled}>
      {roles
        .filter((role) => houseMay(me.role, action, { role }))
        .map((role) => (
          <option key={role} value={role}>
            {name(role)}
          </option>
        ))}
    </SelectField>
  );
}
