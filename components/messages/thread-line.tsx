"use client";

import clsx from "clsx";
import { CornerDownRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { plainPreview } from "@/lib/client/plain-preview";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { Avatar } from "@/components/ui/avatar";

/** A reply in a thread as the room shows it: one line that leads into the thread. */
export function ThreadLine({ message, mine, marked }: { message: Message; mine: boolean; marked: boolean }) {
  const t = useTranslations("message");
  const when = useWhen();
  const { openThread } = useConversation();
  const root = message.thread_root_id;
  if (!root) return null;
  const name = mine ? t("you") : (message.sender?.full_name ?? t("someone"));
  return (
    <article
      aria-label={`${name}, ${when.clock(message.created_at)}`}
      data-seq={message.seq}
      data-message={message.id}
      className={clsx("px-4 pt-2 -outline-offset-2 md:px-5", marked && "glow")}
    >
      <button
        type="button"
        onClick={() => openThread(root)}
        className="flex min-h-11 w-full max-w-[72ch] items-center gap-2.5 rounded-control py-1.5 pe-3 text-start text-sm text-ink-2 -outline-offset-2 hover:bg-sunken"
      >
        <span className="flex w-8.5 shrink-0 justify-end">
          <CornerDownRight aria-hidden className="size-4.5 rtl:-scale-x-100" strokeWidth={1.8} />
        </span>
        {message.sender && <Avatar id={message.sender.id} name={message.sender.full_name} size="xs" />}
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate text-xs">
            {t("repliedInThread", { name })} ·{" "}
            <time dateTime={message.created_at} className="tabular-nums">
              {when.clock(message.created_at)}
            </time>
          </span>
          <span className={clsx("truncate", message.is_deleted ? "italic" : "text-ink")}>
            {message.is_deleted
              ? t("deleted")
              : message.hidden_at
                ? t("hidden")
                : plainPreview(message.content) || t("file")}
          </span>
        </span>
      </button>
    </article>
  );
}
