"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { hiddenContent } from "@/lib/contract/hidden-content";
import type { HeldWithContext } from "@/lib/contract/held";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { DecideHeld } from "@/components/admin/decide-held";
import { MessageFiles } from "@/components/attachments/message-files";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Section } from "@/components/ui/section";

/** A held text: what was said before it, why it is held, and what can be done. */
export function HeldSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("held");
  const admin = useTranslations("admin");
  const errorText = useErrorText();
  const client = useQueryClient();
  const [asked, setAsked] = useState<"release" | "refuse" | null>(null);
  const { data: held, error } = useQuery({
    queryKey: [...keys.held, id],
    queryFn: () => call("GET /api/admin/held/{id}/", { params: { id } }),
    staleTime: 0,
  });
  if (held && asked) {
    return (
      <DecideHeld
        held={held}
        action={asked}
        onDone={() => void client.invalidateQueries({ queryKey: keys.held })}
        onClose={() => setAsked(null)}
      />
    );
  }
  return (
    <Modal title={held ? t("of", { name: held.person.full_name }) : admin("held")} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-5 overflow-y-auto px-5 pt-1 pb-5">
        {error && <p className="text-sm text-danger-ink">{errorText(error)}</p>}
        {!held && !error && <RowsSkeleton />}
        {held && <Facts held={held} />}
        {held?.status === "waiting" && (
          <div className="grid grid-cols-2 gap-2">
            {(["refuse", "release"] as const).map((action) => (
              <Button
                key={action}
                look={action === "release" ? "primary" : "outline"}
                className={clsx(action === "refuse" && "text-danger-ink")}
                onClick={() => setAsked(action)}
              >
                {t(action)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Modal>
  );
}

function Facts({ held }: { held: HeldWithContext }) {
  const t = useTranslations("held");
  const admin = useTranslations("admin");
  const someone = useTranslations("message");
  const when = useWhen();
  const { person, room, content, rules, context, attachments, status, decided_by, decided_at, reason } = held;
  // What it became was removed by age: of what it said nothing is kept.
  const isGone = content === "" && rules.length === 0;
  return (
    <>
      <Section title={`${t("theText")} · ${room.room_type === "direct" ? admin("inDirect") : room.name}`}>
        <div className="rounded-control border border-danger bg-danger-soft px-3 py-2 text-sm [overflow-wrap:anywhere]">
          <Who name={person.full_name} time={held.created_at} />
          <p className="whitespace-pre-wrap">{isGone ? someone("deleted") : content}</p>
        </div>
        {attachments.length > 0 && <MessageFiles files={attachments} />}
        {!isGone && (
          <p className="pt-1 text-sm [overflow-wrap:anywhere] text-ink-2">
            {t("found", { texts: rules.map(({ text }) => `“${text}”`).join(", ") })}
          </p>
        )}
      </Section>
      {context.length > 0 && (
        <Section title={t("before")}>
          <ol className="flex flex-col gap-1">
            {context.map((said) => (
              <li key={said.id} className="rounded-control bg-sunken px-3 py-2 text-sm [overflow-wrap:anywhere]">
                <Who name={said.sender?.full_name ?? someone("someone")} time={said.created_at} />
                <p className="whitespace-pre-wrap">
                  {said.content === hiddenContent ? someone("hidden") : said.content}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {status !== "waiting" && decided_at && (
        <Section title={admin("history")}>
          <p className="text-sm [overflow-wrap:anywhere]">
            {t("decidedBy", {
              outcome: t(`outcome.${status}`),
              name: decided_by?.full_name ?? someone("someone"),
              time: when.full(decided_at),
            })}
          </p>
          {reason && <p className="text-sm [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">{reason}</p>}
        </Section>
      )}
    </>
  );
}

function Who({ name, time }: { name: string; time: string }) {
  const when = useWhen();
  return (
    <p className="flex flex-wrap gap-x-2 text-xs text-ink-2">
      <span className="font-semibold">{name}</span>
      <time dateTime={time}>{when.full(time)}</time>
    </p>
  );
}
