"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldForModerators } from "@/lib/contract/held";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useWhen } from "@/lib/client/use-when";
import { HeldSheet } from "@/components/admin/held-sheet";
import { Listed } from "@/components/admin/listed";
import { Avatar } from "@/components/ui/avatar";
import { Chips } from "@/components/ui/chips";

const states = ["waiting", "decided"] as const;

/** What the word filter holds until a moderator has looked at it, those that have waited longest first. */
export function HeldTexts() {
  const t = useTranslations("held");
  const admin = useTranslations("admin");
  const [status, setStatus] = useState<(typeof states)[number]>("waiting");
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.held, status, page],
    queryFn: () => call("GET /api/admin/held/", { query: { status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <div className="-mx-4">
        <Chips
          label={admin("status")}
          value={status}
          chips={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(value) => {
            setStatus(value);
            setPage(1);
          }}
        />
      </div>
      <Listed
        label={admin("held")}
        none={t(status === "waiting" ? "none" : "noneDecided")}
        found={found}
        page={page}
        onPage={setPage}
        keyOf={({ id }) => id}
      >
        {(held) => <HeldLine held={held} onOpen={() => setOpened(held.id)} />}
      </Listed>
      {opened && <HeldSheet key={opened} id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function HeldLine({ held, onOpen }: { held: HeldForModerators; onOpen: () => void }) {
  const t = useTranslations("held");
  const admin = useTranslations("admin");
  const when = useWhen();
  const { person, room, rules, status } = held;
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t("of", { name: person.full_name })}
      className="flex w-full items-start gap-3 rounded-control px-3 py-2.5 text-start -outline-offset-2 hover:bg-sunken"
    >
      <Avatar id={person.id} name={person.full_name} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-msg font-medium [overflow-wrap:anywhere]">{person.full_name}</span>
          <time dateTime={held.created_at} className="text-xs text-ink-2 tabular-nums">
            {when.short(held.created_at)}
          </time>
        </span>
        <span className="line-clamp-2 text-sm [overflow-wrap:anywhere]">{held.content}</span>
        <span className="text-xs [overflow-wrap:anywhere] text-ink-2">
          {[
            room.room_type === "direct" ? admin("inDirect") : room.name,
            rules.map(({ text }) => `“${text}”`).join(", "),
            ...(status === "waiting" ? [] : [t(`outcome.${status}`)]),
          ].join(" · ")}
        </span>
      </span>
    </button>
  );
}
