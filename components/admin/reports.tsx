"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Report } from "@/lib/contract/reports";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useLookedFor } from "@/lib/client/use-looked-for";
import { Listed } from "@/components/admin/listed";
import { OpenRow } from "@/components/admin/open-row";
import { ReportSheet } from "@/components/admin/report-sheet";
import { StatusChips } from "@/components/admin/status-chips";
import { Avatar } from "@/components/ui/avatar";

const states = ["open", "closed", "all"] as const;

/** What moderators are asked to look at, those that have waited longest first. */
export function Reports() {
  const t = useTranslations("admin");
  const { status, page, setStatus, setPage } = useLookedFor<(typeof states)[number]>("open");
  const [opened, setOpened] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.reports, status, page],
    queryFn: () => call("GET /api/admin/reports/", { query: { status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <StatusChips states={states} value={status} label={(state) => t(`reportStates.${state}`)} onChange={setStatus} />
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
  const { person, message, reports, decisions, opened_at } = report;
  const people = reports.filter(({ reporter }) => reporter !== null).length;
  const last = decisions.at(-1);
  return (
    <OpenRow
      picture={<Avatar id={person.id} name={person.full_name} />}
      name={person.full_name}
      label={t("reportOf", { name: person.full_name })}
      time={opened_at}
      text={message?.content ?? null}
      facts={[
        message ? (message.room.room_type === "direct" ? t("inDirect") : message.room.name) : t("aPerson"),
        t("reportedBy", { count: people }),
        ...new Set(reports.map(({ reason }) => t(`reasons.${reason}`))),
        last && t(`decisions.${last.action}`),
      ]}
      onOpen={onOpen}
    />
  );
}
