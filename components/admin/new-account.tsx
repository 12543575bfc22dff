"use client";

import { useTranslations } from "use-intl";
import type { MadeCode } from "@/lib/contract/invites";
import type { Role, TaskGroup } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { FormModal } from "@/components/admin/form-modal";
import { RoleField } from "@/components/admin/role-field";
import { TeamField } from "@/components/admin/team-field";
import { TextField } from "@/components/ui/text-field";

type Props = { onMade: (made: MadeCode, name: string) => void; onChanged: () => void; onClose: () => void };

/** Somebody new, with or without an e-mail address; a link lets them choose their password. */
export function NewAccount({ onMade, onChanged, onClose }: Props) {
  const t = useTranslations("admin");
  const save = async (form: FormData) => {
    const field = (name: string) => formText(form, name).trim();
    const made = await call("POST /api/users/", {
      body: {
        username: field("username"),
        password: null,
        email: field("email"),
        first_name: field("first_name"),
        last_name: field("last_name"),
        role: field("role") as Role,
        task_group: field("task_group") as TaskGroup,
      },
    });
    onChanged();
    onMade(await call("POST /api/users/{id}/password-link/", { params: { id: made.id } }), made.full_name);
  };
  return (
    <FormModal title={t("addPerson")} action={t("create")} onSubmit={save} onClose={onClose}>
      {(wrong) => (
        <>
          <div className="grid grid-cols-2 gap-3">
            <TextField label={t("firstName")} name="first_name" required maxLength={150} autoComplete="off" />
            <TextField label={t("lastName")} name="last_name" maxLength={150} autoComplete="off" />
          </div>
          <TextField
            label={t("username")}
            name="username"
            required
            maxLength={150}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint={t("usernameHint")}
            error={wrong("username")}
          />
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="off"
            hint={t("emailHint")}
            error={wrong("email")}
          />
          <RoleField action="people.create" />
          <TeamField />
        </>
      )}
    </FormModal>
  );
}
