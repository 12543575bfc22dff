"use client";

import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useNoticeText } from "@/lib/client/use-notice-text";
import type { Timeline } from "@/lib/client/timeline";
import { useConversation } from "@/components/messages/conversation-context";

/** How many stay, so that a burst is told whole. */
const KEPT = 5;

type Props = { timeline: Timeline; from: number | null; elsewhere?: string | null };

/**
 * Tells those who listen, once each, what others have written after number `from`: what is added is spoken, what is
 * changed later is not. `elsewhere` is a thread that is open beside, which tells its own.
 */
export function Announcer({ timeline, from, elsewhere = null }: Props) {
  const t = useTranslations("timeline");
  const words = useTranslations("message");
  const notice = useNoticeText();
  const { me, blocked } = useConversation();
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
  return timeline.messages
    .filter(isNews)
    .slice(-KEPT)
    .map((message) => <p key={message.id}>{!message.is_deleted && textOf(message)}</p>);
}
