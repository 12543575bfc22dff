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

type Props = { held: HeldWithContext; action: "release" | "refuse"; onDone: () => void; onClose: () => void };

/** Asks before a held text is let through or refused; the writer reads why it was refused. */
export function DecideHeld({ held, action, onDone, onClose }: Props) {
  const t = useTranslations("held");
  const [cannot, setCannot] = useState(false);
  const { id, person } = held;
  const decide = async (form: FormData) => {
    setCannot(false);
    try {
      if (action === "release") await call("POST /api/admin/held/{id}/release/", { params: { id } });
      else
        await call("POST /api/admin/held/{id}/refuse/", { params: { id }, body: { reason: formText(form, "reason") } });
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.code !== "conflict") throw thrown;
      setCannot(true);
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
              {t("cannot", { name: person.full_name })}
            </p>
          )}
        </>
      )}
    </FormModal>
  );
}
