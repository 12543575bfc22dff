"use client";

import { Check, CheckCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";

/** One tick when it is stored, two when it is read; a tap tells by whom and when. */
export function Receipt({ message }: { message: Message }) {
  const t = useTranslations("message");
  const when = useWhen();
  const { room, open } = useConversation();
  const read = message.read_count > 0;
  const text = read
    ? room.room_type === "direct"
      ? t("read")
      : t("readBy", { count: message.read_count })
    : t("sent");
  return (
    <p className="mt-0.5 flex items-center gap-1.5 px-1 text-xs text-ink-2">
      <time dateTime={message.created_at} className="tabular-nums">
        {when.clock(message.created_at)}
      </time>
      <button
        type="button"
        onClick={(event) => open({ message, as: "readers", anchor: event.currentTarget })}
        className="relative flex items-center gap-1.5 after:absolute after:-inset-2 hover:text-ink"
      >
        {read ? (
          <CheckCheck aria-hidden className="size-4 text-accent-ink" strokeWidth={2} />
        ) : (
          <Check aria-hidden className="size-4" strokeWidth={2} />
        )}
        <span className={read ? undefined : "sr-only"}>{text}</span>
      </button>
    </p>
  );
}
