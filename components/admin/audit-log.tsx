"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Bot, Download } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/contract/audit";
import { type AuditAction, auditActions, isAuditAction } from "@/lib/contract/audit-actions";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { AuditSheet } from "@/components/admin/audit-sheet";
import { useAuditWords } from "@/components/admin/use-audit-words";
import { Listed } from "@/components/admin/listed";
import { OpenRow } from "@/components/admin/open-row";
import { Avatar } from "@/components/ui/avatar";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type Filter = { action?: AuditAction; after_date?: string; before_date?: string };

/** Who did what to whom, the newest first; searched by deed and day, and taken out as a list. */
export function AuditLog() {
  const t = useTranslations("admin");
  const words = useAuditWords();
  const [filter, setFilter] = useState<Filter>({});
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const found = useQuery({
    queryKey: ["admin", "audit", filter, page],
    queryFn: () => call("GET /api/admin/audit/", { query: { ...filter, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const show = (next: Filter) => {
    setFilter(next);
    setPage(1);
  };
  const search = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const [action, after, before] = ["action", "after", "before"].map((field) => formText(form, field));
    show({
      ...(action && isAuditAction(action) && { action }),
      ...(after && { after_date: after }),
      ...(before && { before_date: before }),
    });
  };
  const query = new URLSearchParams(filter).toString();
  return (
    <>
      <form aria-label={t("filter")} className="grid grid-cols-2 gap-3" onChange={search}>
        <div className="col-span-2">
          {/* Also set by the sheet of a deed: the field shows what is looked for. */}
          <SelectField key={filter.action ?? ""} label={t("deed")} name="action" defaultValue={filter.action ?? ""}>
            <option value="">{t("everything")}</option>
            {auditActions.map((action) => (
              <option key={action} value={action}>
                {words.deed(action)}
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
        {(entry) => <Entry entry={entry} onOpen={() => setOpened(entry)} />}
      </Listed>
      {opened && (
        <AuditSheet
          entry={opened}
          onClose={() => setOpened(null)}
          onAlike={() => {
            const { action } = opened;
            show({ ...filter, ...(isAuditAction(action) && { action }) });
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function Entry({ entry, onOpen }: { entry: AuditEntry; onOpen: () => void }) {
  const words = useAuditWords();
  const { actor_id, actor_name, person_name, target_name } = entry;
  const actor = words.actor(entry);
  return (
    <OpenRow
      picture={
        actor_id === null ? (
          <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-2">
            <Bot aria-hidden className="size-5" strokeWidth={1.8} />
          </span>
        ) : (
          <Avatar id={actor_id} name={actor} />
        )
      }
      name={words.deed(entry.action)}
      time={entry.at}
      facts={[actor, person_name !== actor_name && person_name, words.room(entry), target_name]}
      onOpen={onOpen}
    />
  );
}
