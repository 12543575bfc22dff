"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useNoticeText } from "@/lib/client/use-notice-text";
import type { Timeline } from "@/lib/client/timeline";
import { useConversation } from "@/components/messages/conversation-context";

/** How many stay, so that a burst is told whole. */
const KEPT = 5;

/**
 * Tells those who listen, once each, what others have written since this was opened: what is added is spoken, what is
 * changed later is not. `elsewhere` is a thread that is open beside, which tells its own.
 */
export function Announcer({ timeline, elsewhere = null }: { timeline: Timeline; elsewhere?: string | null }) {
  const t = useTranslations("timeline");
  const words = useTranslations("message");
  const notice = useNoticeText();
  const { me, blocked } = useConversation();
  const newest = timeline.hasNewer ? null : (timeline.messages.at(-1)?.seq ?? 0);
  // Opened in the middle of the room, it begins to tell where the reader comes to its end.
  const [from, setFrom] = useState(newest);
  if (from === null && newest !== null) setFrom(newest);
  const isNews = (message: Message) =>
    from !== null &&
    message.seq > from &&
    message.sender?.id !== me.id &&
    !blocked.includes(message.sender?.id ?? 0) &&
    message.thread_root_id !== (elsewhere ?? "");
  const textOf = ({ message_type, sender, content }: Message) =>
    message_type === "system"
      ? notice(content)
      : t("arrived", { name: sender?.full_name ?? words("someone"), text: content || words("file") });
  return (
    <div role="log" aria-live="polite" aria-relevant="additions" className="sr-only">
      {timeline.messages
        .filter(isNews)
        .slice(-KEPT)
        .map((message) => (
          <p key={message.id}>{!message.is_deleted && textOf(message)}</p>
        ))}
    </div>
  );
}
