"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { givenReasons } from "@/lib/contract/report-words";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { plainPreview } from "@/lib/client/plain-preview";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Modal } from "@/components/ui/modal";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

type About = { message: string; quoted: string } | { person: number; name: string };

/** Asks the moderators to look at a message or a person, and says what they get to see of it. */
export function ReportDialog({ about, onClose }: { about: About; onClose: () => void }) {
  const t = useTranslations("report");
  const common = useTranslations("message");
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const ofMessage = "message" in about;
  const send = async (form: FormData) => {
    setBusy(true);
    const reason = givenReasons.find((one) => one === formText(form, "reason")) ?? "other";
    const target = ofMessage ? { message: about.message } : { person: about.person };
    const body = { ...target, reason, note: formText(form, "note") };
    const sent = await act(() => call("POST /api/reports/", { body }));
    setBusy(false);
    if (!sent) return;
    toast(t("done"));
    onClose();
  };
  return (
    <Modal title={ofMessage ? t("titleMessage") : t("titlePerson", { name: about.name })} onClose={onClose}>
      <Form
        className="flex thin-scroll flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5"
        onSend={(form) => void send(form)}
      >
        {ofMessage && about.quoted !== "" && (
          <p className="line-clamp-2 shrink-0 border-s-3 border-accent ps-2.5 text-sm text-ink-2">
            {plainPreview(about.quoted)}
          </p>
        )}
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t("reason")}</legend>
          {givenReasons.map((reason, index) => (
            <label key={reason} className="flex min-h-11 cursor-pointer items-center gap-3 text-msg">
              <input
                type="radio"
                name="reason"
                value={reason}
                defaultChecked={index === 0}
                className="size-5 accent-accent"
              />
              {t(`reasons.${reason}`)}
            </label>
          ))}
        </fieldset>
        <TextArea label={t("note")} name="note" maxLength={1000} />
        <p className="text-sm text-ink-2">{t(ofMessage ? "hintMessage" : "hintPerson")}</p>
        <div className="flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button type="submit" disabled={busy}>
            {t("send")}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
