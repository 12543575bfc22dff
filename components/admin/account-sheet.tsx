"use client";

import { KeyRound, LogOut, type LucideIcon, ShieldOff, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Account } from "@/lib/contract/admin";
import type { MadeCode } from "@/lib/contract/invites";
import { houseMay } from "@/lib/contract/permissions";
import type { Role, TaskGroup } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useMe } from "@/lib/client/queries";
import { useWhen } from "@/lib/client/use-when";
import { RoleField } from "@/components/admin/role-field";
import { TeamField } from "@/components/admin/team-field";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Form } from "@/components/ui/form";
import { Facts } from "@/components/ui/facts";
import { Modal } from "@/components/ui/modal";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

type Props = {
  account: Account;
  onChanged: () => void;
  onCode: (made: MadeCode, name: string) => void;
  onClose: () => void;
};
type Asked = "link" | "signOut" | "secondFactor" | "deactivate" | "reactivate";

/** One account: what it is, and what whoever is not below it may do about it. Each deed asks first. */
export function AccountSheet({ account, onChanged, onCode, onClose }: Props) {
  const t = useTranslations("admin");
  const me = useMe();
  const when = useWhen();
  const act = useAct();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { id, full_name: name } = account;
  const may = houseMay(me.role, "people.change", { role: account.role });
  const done = async (work: () => Promise<unknown>, said: string) => {
    if (!(await act(work))) return;
    toast(said);
    onChanged();
    onClose();
  };
  const save = (form: FormData) => {
    const body = { role: formText(form, "role") as Role, task_group: formText(form, "task_group") as TaskGroup };
    return done(() => call("PATCH /api/users/{id}/", { params: { id }, body }), t("saved"));
  };
  const activate = (is_active: boolean) => () =>
    done(() => call("PATCH /api/users/{id}/", { params: { id }, body: { is_active } }), t("saved"));
  const deeds: Record<Asked, () => Promise<unknown>> = {
    link: () => act(async () => onCode(await call("POST /api/users/{id}/password-link/", { params: { id } }), name)),
    signOut: () => done(() => call("DELETE /api/users/{id}/sessions/", { params: { id } }), t("signedOut")),
    secondFactor: () =>
      done(() => call("DELETE /api/users/{id}/second-factor/", { params: { id } }), t("secondFactorTaken")),
    deactivate: activate(false),
    reactivate: activate(true),
  };
  const buttons: { what: Asked; icon: LucideIcon }[] = [
    { what: "link", icon: KeyRound },
    { what: "signOut", icon: LogOut },
    ...(account.has_second_factor || account.passkey_count > 0
      ? [{ what: "secondFactor" as const, icon: ShieldOff }]
      : []),
    account.is_active ? { what: "deactivate", icon: UserX } : { what: "reactivate", icon: UserCheck },
  ];
  if (asked) {
    return (
      <Confirm
        title={t(`ask.${asked}.title`, { name })}
        hint={t(`ask.${asked}.hint`)}
        action={t(`ask.${asked}.action`)}
        onConfirm={deeds[asked]}
        onClose={() => setAsked(null)}
      />
    );
  }
  return (
    <Modal title={name} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-5 overflow-y-auto px-5 pt-1 pb-5">
        <Facts
          facts={[
            [t("username"), `@${account.username}`],
            [t("email"), account.email || t("none")],
            [t("since"), when.full(account.created_at)],
            [t("signedInDevices"), account.device_count],
            [t("secondFactor"), t(account.has_second_factor ? "yes" : "no")],
            [t("passkeys"), account.passkey_count],
          ]}
        />
        {may && id !== me.id ? (
          <>
            <Form className="flex flex-col gap-4" onSend={(form) => void save(form)}>
              <RoleField action="people.change" defaultValue={account.role} />
              <TeamField defaultValue={account.task_group} />
              <Button type="submit" className="self-start">
                {t("save")}
              </Button>
            </Form>
            <div className="flex flex-col items-stretch gap-2">
              {buttons.map(({ what, icon: Icon }) => (
                <Button
                  key={what}
                  look="outline"
                  className={what === "deactivate" ? "text-danger-ink" : ""}
                  onClick={() => setAsked(what)}
                >
                  <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
                  {t(`ask.${what}.action`)}
                </Button>
              ))}
            </div>
          </>
        ) : (
          <p className="text-sm text-ink-2">{t(id === me.id ? "oneself" : "above")}</p>
        )}
      </div>
    </Modal>
  );
}
