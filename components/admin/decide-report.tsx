"use client";

import { useTranslations } from "use-intl";
import type { ReportAction } from "@/lib/contract/report-words";
import type { ReportWithContext } from "@/lib/contract/reports";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { silenceLengths } from "@/lib/client/silence-lengths";
import { FormModal } from "@/components/admin/form-modal";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toasts";

const HOUR = 3_600_000;
const endOf = (hours: string) => (hours === "" ? null : new Date(Date.now() + Number(hours) * HOUR).toISOString());

type Props = { report: ReportWithContext; action: ReportAction; onDone: () => void; onClose: () => void };

/** Asks before a report is decided, for a note too; a warning needs its words. */
export function DecideReport({ report, action, onDone, onClose }: Props) {
  const t = useTranslations("admin");
  const room = useTranslations("room");
  const { id, person } = report;
  const decide = async (form: FormData) => {
    const said = { action, note: formText(form, "note") };
    const body = action === "silence" ? { ...said, until: endOf(formText(form, "length")) } : said;
    await call("POST /api/admin/reports/{id}/decisions/", { params: { id }, body });
    toast(t("decided"));
    onDone();
    onClose();
  };
  const warns = action === "warn";
  return (
    <FormModal
      title={t(`decide.${action}.title`, { name: person.full_name })}
      action={t(`decide.${action}.action`)}
      onSubmit={decide}
      onClose={onClose}
    >
      {() => (
        <>
          <p className="text-sm text-ink-2">{t(`decide.${action}.hint`)}</p>
          {action === "silence" && (
            <SelectField label={t("silenceLength")} name="length">
              {silenceLengths.map(({ key, hours }) => (
                <option key={key} value={hours ?? ""}>
                  {room(key)}
                </option>
              ))}
            </SelectField>
          )}
          <TextArea label={t(warns ? "warningText" : "decisionNote")} name="note" maxLength={1000} required={warns} />
        </>
      )}
    </FormModal>
  );
}
