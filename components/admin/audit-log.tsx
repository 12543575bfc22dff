"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/contract/audit";
import { type AuditAction, auditActions } from "@/lib/contract/audit-actions";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type Filter = { action?: AuditAction; after_date?: string; before_date?: string };

const isAction = (value: string): value is AuditAction => auditActions.includes(value as AuditAction);

/** Who did what to whom, the newest first; searched by deed and day, and taken out as a list. */
export function AuditLog() {
  const t = useTranslations("admin");
  const name = useTranslations("audit");
  const [filter, setFilter] = useState<Filter>({});
  const [page, setPage] = useState(1);
  const found = useQuery({
    queryKey: ["admin", "audit", filter, page],
    queryFn: () => call("GET /api/admin/audit/", { query: { ...filter, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const search = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const [action, after, before] = ["action", "after", "before"].map((field) => formText(form, field));
    setFilter({
      ...(action && isAction(action) && { action }),
      ...(after && { after_date: after }),
      ...(before && { before_date: before }),
    });
    setPage(1);
  };
  const query = new URLSearchParams(filter).toString();
  return (
    <>
      <form aria-label={t("filter")} className="grid grid-cols-2 gap-3" onChange={search}>
        <div className="col-span-2">
          <SelectField label={t("deed")} name="action">
            <option value="">{t("everything")}</option>
            {auditActions.map((action) => (
              <option key={action} value={action}>
                {name(keyOf(action))}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField label={t("from")} name="after" type="date" />
        <TextField label={t("to")} name="before" type="date" />
      </form>
      <a
        href={`/api/admin/audit/export/${query && `?${query}`}`}
        download="audit.csv"
        className="inline-flex min-h-11 items-center gap-2 self-start rounded-control border border-line px-4 text-sm font-semibold hover:bg-sunken"
      >
        <Download aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t("export")}
      </a>
      <Listed label={t("audit")} found={found} page={page} onPage={setPage} keyOf={({ id }) => id}>
        {(entry) => <Entry entry={entry} onDeed={setFilter} />}
      </Listed>
    </>
  );
}

/** Keys of a catalogue have no dots of their own. */
const keyOf = (action: AuditAction) => action.replace(".", "_") as Deed;
type Deed = AuditAction extends infer A ? (A extends `${infer N}.${infer V}` ? `${N}_${V}` : never) : never;

function Entry({ entry, onDeed }: { entry: AuditEntry; onDeed: (filter: Filter) => void }) {
  const t = useTranslations("admin");
  const name = useTranslations("audit");
  const when = useWhen();
  const { action } = entry;
  const details = Object.entries(entry.details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return (
    <div className="flex flex-col gap-0.5 px-3 py-2.5 [overflow-wrap:anywhere]">
      {isAction(action) ? (
        <Button look="quiet" className="-my-2.5 -ms-4 self-start" onClick={() => onDeed({ action })}>
          {name(keyOf(action))}
        </Button>
      ) : (
        <span className="text-msg font-medium">{action}</span>
      )}
      <span className="text-xs text-ink-2">
        {[
          `#${entry.id}`,
          when.full(entry.at),
          t("by", { name: entry.actor }),
          `${entry.target_type} ${entry.target_id}`,
          ...(entry.address ? [entry.address] : []),
          ...details,
        ].join(" · ")}
      </span>
    </div>
  );
}
