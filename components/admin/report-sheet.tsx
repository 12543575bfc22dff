"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { hiddenContent } from "@/lib/contract/hidden-content";
import type { ReportAction } from "@/lib/contract/report-words";
import type { ReportWithContext } from "@/lib/contract/reports";
import { noticeUntil } from "@/lib/contract/room-notice";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { DecideReport } from "@/components/admin/decide-report";
import { MessageFiles } from "@/components/attachments/message-files";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Section } from "@/components/ui/section";

/** A report: what was said, who reported it, what was done, and what can be done. */
export function ReportSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("admin");
  const errorText = useErrorText();
  const client = useQueryClient();
  const [asked, setAsked] = useState<ReportAction | null>(null);
  const { data: report, error } = useQuery({
    queryKey: [...keys.reports, id],
    queryFn: () => call("GET /api/admin/reports/{id}/", { params: { id } }),
    staleTime: 0,
  });
  if (report && asked) {
    return (
      <DecideReport
        report={report}
        action={asked}
        onDone={() => void client.invalidateQueries({ queryKey: keys.reports })}
        onClose={() => setAsked(null)}
      />
    );
  }
  return (
    <Modal title={report ? t("reportOf", { name: report.person.full_name }) : t("reports")} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-5 overflow-y-auto px-5 pt-1 pb-5">
        {error && <p className="text-sm text-danger-ink">{errorText(error)}</p>}
        {!report && !error && <RowsSkeleton />}
        {report && <Facts report={report} />}
        {report && (
          <div className="grid grid-cols-2 gap-2">
            {actionsFor(report).map((action) => (
              <Button
                key={action}
                look="outline"
                className={clsx((action === "delete" || action === "deactivate") && "text-danger-ink")}
                onClick={() => setAsked(action)}
              >
                {t(`decide.${action}.action`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Modal>
  );
}

function actionsFor({ status, message, person }: ReportWithContext): ReportAction[] {
  const offered: (ReportAction | false)[] = [
    status === "open" && "dismiss",
    person.is_active && "warn",
    message?.state === "visible" && "hide",
    message?.state === "hidden" && "unhide",
    message !== null && message.state !== "deleted" && "delete",
    message !== null && canBeSilenced(message) && (message.silenced_until === null ? "silence" : "unsilence"),
    person.is_active && "deactivate",
  ];
  return offered.filter((action) => action !== false);
}

const canBeSilenced = ({ room, sender_place }: NonNullable<ReportWithContext["message"]>) =>
  sender_place === "participant" && room.room_type !== "direct";

function Facts({ report }: { report: ReportWithContext }) {
  const t = useTranslations("admin");
  const someone = useTranslations("message");
  const when = useWhen();
  const { message, reports, decisions, context, attachments } = report;
  return (
    <>
      {message && (
        <Section
          title={`${t("context")}${message.state === "visible" ? "" : ` (${t(`messageStates.${message.state}`)})`}`}
        >
          <ol className="flex flex-col gap-1">
            {context.map((said) => (
              <li
                key={said.id}
                className={clsx(
                  "rounded-control px-3 py-2 text-sm [overflow-wrap:anywhere]",
                  said.is_reported ? "border border-danger bg-danger-soft" : "bg-sunken",
                )}
              >
                <p className="flex flex-wrap gap-x-2 text-xs text-ink-2">
                  <span className="font-semibold">{said.sender?.full_name ?? someone("someone")}</span>
                  <time dateTime={said.created_at}>{when.full(said.created_at)}</time>
                  {said.is_reported && <span className="font-semibold text-danger-ink">{t("theReported")}</span>}
                </p>
                <p className="whitespace-pre-wrap">
                  {said.content === hiddenContent ? someone("hidden") : said.content}
                </p>
              </li>
            ))}
          </ol>
          {attachments.length > 0 && <MessageFiles files={attachments} />}
        </Section>
      )}
      <Section title={t("reporters")} count={reports.length}>
        <ul className="flex flex-col gap-2">
          {reports.map(({ reporter, reason, note, created_at }) => (
            <li key={`${reporter?.id} ${created_at}`} className="text-sm [overflow-wrap:anywhere]">
              <p>
                <span className="font-medium">{reporter?.full_name ?? t("byHouse")}</span>
                {` · ${t(`reasons.${reason}`)} · `}
                <time dateTime={created_at} className="text-ink-2">
                  {when.full(created_at)}
                </time>
              </p>
              {note && <p className="whitespace-pre-wrap text-ink-2">{note}</p>}
            </li>
          ))}
        </ul>
      </Section>
      {decisions.length > 0 && (
        <Section title={t("history")}>
          <ul className="flex flex-col gap-2">
            {decisions.map(({ actor, action, note, until, created_at }) => (
              <li key={`${action} ${created_at}`} className="text-sm [overflow-wrap:anywhere]">
                <p>
                  <span className="font-medium">{t(`decisions.${action}`)}</span>
                  {` · ${actor?.full_name ?? t("byHouse")} · `}
                  <time dateTime={created_at} className="text-ink-2">
                    {when.full(created_at)}
                  </time>
                </p>
                {until && (
                  <p className="text-ink-2">
                    {noticeUntil(until) ? t("until", { time: when.full(until) }) : t("untilLifted")}
                  </p>
                )}
                {note && <p className="whitespace-pre-wrap text-ink-2">{note}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
