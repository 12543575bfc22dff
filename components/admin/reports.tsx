"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Report } from "@/lib/contract/reports";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";
import { ReportSheet } from "@/components/admin/report-sheet";
import { Avatar } from "@/components/ui/avatar";
import { Chips } from "@/components/ui/chips";

const states = ["open", "closed", "all"] as const;

/** What moderators are asked to look at, those that have waited longest first. */
export function Reports() {
  const t = useTranslations("admin");
  const [status, setStatus] = useState<(typeof states)[number]>("open");
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.reports, status, page],
    queryFn: () => call("GET /api/admin/reports/", { query: { status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <div className="-mx-4">
        <Chips
          label={t("status")}
          value={status}
          chips={states.map((value) => ({ value, label: t(`reportStates.${value}`) }))}
          onChange={(value) => {
            setStatus(value);
            setPage(1);
          }}
        />
      </div>
      <Listed
        label={t("reports")}
        none={t("noReports")}
        found={found}
        page={page}
        onPage={setPage}
        keyOf={({ id }) => id}
      >
        {(report) => <ReportLine report={report} onOpen={() => setOpened(report.id)} />}
      </Listed>
      {opened && <ReportSheet key={opened} id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function ReportLine({ report, onOpen }: { report: Report; onOpen: () => void }) {
  const t = useTranslations("admin");
  const when = useWhen();
  const { person, message, reports, decisions, opened_at } = report;
  const people = reports.filter(({ reporter }) => reporter !== null).length;
  const where = message ? (message.room.room_type === "direct" ? t("inDirect") : message.room.name) : t("aPerson");
  const last = decisions.at(-1);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t("reportOf", { name: person.full_name })}
      className="flex w-full items-start gap-3 rounded-control px-3 py-2.5 text-start -outline-offset-2 hover:bg-sunken"
    >
      <Avatar id={person.id} name={person.full_name} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-msg font-medium [overflow-wrap:anywhere]">{person.full_name}</span>
          <time dateTime={opened_at} className="text-xs text-ink-2 tabular-nums">
            {when.short(opened_at)}
          </time>
        </span>
        {message && <span className="line-clamp-2 text-sm [overflow-wrap:anywhere]">{message.content}</span>}
        <span className="text-xs [overflow-wrap:anywhere] text-ink-2">
          {[
            where,
            t("reportedBy", { count: people }),
            ...new Set(reports.map(({ reason }) => t(`reasons.${reason}`))),
            ...(last ? [t(`decisions.${last.action}`)] : []),
          ].join(" · ")}
        </span>
      </span>
    </button>
  );
}
