"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FilterRule } from "@/lib/contract/filter";
import { filterActions, filterKinds, type FilterKind } from "@/lib/contract/filter-words";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { FormModal } from "@/components/admin/form-modal";
import { Choice } from "@/components/ui/choice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";

type Props = { rule: FilterRule | null; onDone: () => void; onClose: () => void };

/** A new rule, or other values for one that is there. */
export function FilterRuleForm({ rule, onDone, onClose }: Props) {
  const t = useTranslations("filter");
  const [kind, setKind] = useState<FilterKind>(rule?.kind ?? "words");
  const [action, setAction] = useState(rule?.action ?? "warn");
  const save = async (form: FormData) => {
    const body = { kind, action, value: formText(form, "value"), note: formText(form, "note") };
    if (rule) await call("PATCH /api/admin/filter/rules/{id}/", { params: { id: rule.id }, body });
    else await call("POST /api/admin/filter/rules/", { body });
    toast(t("saved"));
    onDone();
    onClose();
  };
  return (
    <FormModal title={t(rule ? "changeTitle" : "add")} action={t("save")} onSubmit={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Choice
            label={t("kind")}
            name="kind"
            value={kind}
            options={filterKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={setKind}
          />
          <TextField
            label={t(`values.${kind}`)}
            hint={t(`hints.${kind}`)}
            error={wrong("value") && t(`wrong.${kind}`)}
            name="value"
            maxLength={500}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            defaultValue={rule?.value ?? ""}
            required
          />
          <Choice
            label={t("action")}
            name="action"
            value={action}
            options={filterActions.map((value) => ({ value, label: t(`actions.${value}`) }))}
            onChange={setAction}
          />
          <p className="text-sm text-ink-2">{t(`actionHints.${action}`)}</p>
          <TextField label={t("note")} name="note" maxLength={200} defaultValue={rule?.note ?? ""} />
        </>
      )}
    </FormModal>
  );
}
