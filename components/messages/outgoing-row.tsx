"use client";

import clsx from "clsx";
import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { connection } from "@/lib/client/connection";
import { deleteMessage } from "@/lib/client/message-actions";
import type { Outgoing } from "@/lib/client/outbox-entry";
import { outgoingMessage } from "@/lib/client/outgoing-message";
import { Bubble, Quote } from "@/components/messages/bubble";
import { useConversation } from "@/components/messages/conversation-context";
import { MessageText } from "@/components/messages/message-text";
import { NotSent } from "@/components/messages/not-sent";
import { TextButton } from "@/components/ui/text-button";

/** A message on its way: a clock while it waits, red with a way out when it was refused. */
export function OutgoingRow({ entry, first, last }: { entry: Outgoing; first: boolean; last: boolean }) {
  const t = useTranslations("message");
  const files = useTranslations("files");
  const away = connection.use((state) => state === "offline" || state === "connecting");
  const { me, mentionable, nameOf, edit } = useConversation();
  return (
    <article aria-label={t("you")} className={clsx("flex flex-col items-end px-4 md:px-5", first ? "pt-3" : "pt-0.5")}>
      <div className="flex max-w-[min(72ch,82%)] flex-col items-end md:max-w-[min(72ch,74%)]">
        <Bubble mine last={last}>
          {entry.reply_to && (
            <Quote
              name={
                entry.reply_to.sender
                  ? nameOf(entry.reply_to.sender.id) || entry.reply_to.sender.username
                  : t("someone")
              }
              text={entry.reply_to.content}
              label={t("reply")}
            />
          )}
          {entry.attachment_ids.length > 0 && (
            <span className="block text-sm text-ink-2">{files("count", { count: entry.attachment_ids.length })}</span>
          )}
          <MessageText text={entry.content} mentionable={mentionable} self={me.username.toLowerCase()} />
        </Bubble>
      </div>
      {entry.state === "failed" ? (
        <NotSent entry={entry} />
      ) : (
        <p className="mt-0.5 flex min-h-4.5 items-center gap-3 px-1 text-xs text-ink-2">
          <span className="flex items-center gap-1.5">
            <Clock aria-hidden className="size-3.5" strokeWidth={2} />
            {away ? t("waiting") : <span className="sr-only">{t("sending")}</span>}
          </span>
          {away && (
            <>
              <TextButton onClick={() => edit(outgoingMessage(entry))}>{t("edit")}</TextButton>
              <TextButton onClick={() => deleteMessage(outgoingMessage(entry))}>{t("cancel")}</TextButton>
            </>
          )}
        </p>
      )}
    </article>
  );
}
