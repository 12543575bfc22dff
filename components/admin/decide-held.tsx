"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldWithContext } from "@/lib/contract/held";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { FormModal } from "@/components/admin/form-modal";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toasts";

/** Why a text cannot be let through, by the codes of the server; what is not among them has no words of its own. */
const reasons = [
  "closed",
  "reader",
  "not_participant",
  "room_archived",
  "silenced",
  "only_admins_write",
  "blocked",
  "bad_reply",
  "bad_thread",
  "bad_attachment",
  "refused",
] as const;
type Reason = (typeof reasons)[number];
const isReason = (code: string): code is Reason => reasons.includes(code as Reason);

type Props = { held: HeldWithContext; action: "release" | "refuse"; onDone: () => void; onClose: () => void };

/** Asks before a held text is let through or refused; the writer reads why it was refused. */
export function DecideHeld({ held, action, onDone, onClose }: Props) {
  const t = useTranslations("held");
  const [cannot, setCannot] = useState<string | null>(null);
  const { id, person } = held;
  const whyNot = (reason: Reason) => {
    const words = t(`cannotWhy.${reason}`, { name: person.full_name });
    return reason === "refused" ? words : `${words} ${t("stays")}`;
  };
  const decide = async (form: FormData) => {
    setCannot(null);
    try {
      if (action === "release") await call("POST /api/admin/held/{id}/release/", { params: { id } });
      else
        await call("POST /api/admin/held/{id}/refuse/", { params: { id }, body: { reason: formText(form, "reason") } });
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.code !== "conflict") throw thrown;
      const [reason = ""] = thrown.fields.reason ?? [];
      setCannot(isReason(reason) ? whyNot(reason) : t("cannot", { name: person.full_name }));
      onDone();
      return;
    }
    toast(t(action === "release" ? "released" : "refused"));
    onDone();
    onClose();
  };
  return (
    <FormModal title={t(`${action}Title`)} action={t(action)} onSubmit={decide} onClose={onClose}>
      {() => (
        <>
          <p className="text-sm text-ink-2">{t(`${action}Hint`, { name: person.full_name })}</p>
          {action === "refuse" && <TextArea label={t("why")} name="reason" maxLength={1000} required />}
          {cannot && (
            <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
              {cannot}
            </p>
          )}
        </>
      )}
    </FormModal>
  );
}
