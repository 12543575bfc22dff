"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Timeline } from "@/lib/client/timeline";
import { useConversation } from "@/components/messages/conversation-context";

/** Tells those who listen, once, what has just been written by others. */
export function Announcer({ timeline }: { timeline: Timeline }) {
  const t = useTranslations("timeline");
  const someone = useTranslations("message");
  const { me } = useConversation();
  const from = useRef(timeline.messages.at(-1)?.seq ?? 0);
  const newest = timeline.messages.findLast((message) => message.sender?.id !== me.id);
  const said = newest && newest.seq > from.current && !newest.is_deleted;
  return (
    <p aria-live="polite" className="sr-only">
      {said ? t("arrived", { name: newest.sender?.full_name ?? someone("someone"), text: newest.content }) : null}
    </p>
  );
}
