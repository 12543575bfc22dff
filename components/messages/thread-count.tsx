"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useConversation } from "@/components/messages/conversation-context";

/** Under a message that was answered in a thread: how often, and the way in. */
export function ThreadCount({ message }: { message: Message }) {
  const t = useTranslations("message");
  const { openThread } = useConversation();
  return (
    <button
      type="button"
      onClick={() => openThread(message.id)}
      className="relative mt-1 flex min-h-7 items-center gap-1.5 rounded-control px-1.5 text-sm font-semibold text-accent-ink after:absolute after:-inset-1.5 hover:underline"
    >
      <MessagesSquare aria-hidden className="size-4" strokeWidth={1.8} />
      {t("replies", { count: message.reply_count })}
    </button>
  );
}
