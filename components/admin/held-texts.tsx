"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldForModerators } from "@/lib/contract/held";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useLookedFor } from "@/lib/client/use-looked-for";
import { HeldSheet } from "@/components/admin/held-sheet";
import { Listed } from "@/components/admin/listed";
import { OpenRow } from "@/components/admin/open-row";
import { StatusChips } from "@/components/admin/status-chips";
import { Avatar } from "@/components/ui/avatar";

const states = ["waiting", "decided"] as const;

/** What the word filter holds until a moderator has looked at it, those that have waited longest first. */
export function HeldTexts() {
  const t = useTranslations("held");
  const admin = useTranslations("admin");
  const { status, page, setStatus, setPage } = useLookedFor<(typeof states)[number]>("waiting");
  const [opened, setOpened] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.held, status, page],
    queryFn: () => call("GET /api/admin/held/", { query: { status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <StatusChips states={states} value={status} label={(state) => t(`states.${state}`)} onChange={setStatus} />
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
  const { person, room, rules, status } = held;
  return (
    <OpenRow
      picture={<Avatar id={person.id} name={person.full_name} />}
      name={person.full_name}
      label={t("of", { name: person.full_name })}
      time={held.created_at}
      text={held.content}
      facts={[
        room.room_type === "direct" ? admin("inDirect") : room.name,
        rules.map(({ text }) => `“${text}”`).join(", "),
        status !== "waiting" && t(`outcome.${status}`),
      ]}
      onOpen={onOpen}
    />
  );
}
