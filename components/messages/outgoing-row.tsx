"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { connection } from "@/lib/client/connection";
import { discard, type Outgoing, retry } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { Bubble, Quote } from "@/components/messages/bubble";
import { useConversation } from "@/components/messages/conversation-context";
import { MessageText } from "@/components/messages/message-text";

/** A message on its way: a clock while it waits, red with a way out when it was refused. */
export function OutgoingRow({ entry, first, last }: { entry: Outgoing; first: boolean; last: boolean }) {
  const t = useTranslations("message");
  const errorText = useErrorText();
  const client = useQueryClient();
  const away = connection.use((state) => state === "offline" || state === "connecting");
  const { me, mentionable, nameOf } = useConversation();
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
          <MessageText text={entry.content} mentionable={mentionable} self={me.username.toLowerCase()} />
        </Bubble>
      </div>
      {entry.state === "failed" ? (
        <p className="mt-0.5 flex items-center gap-3 px-1 text-xs font-medium text-danger-ink">
          <button
            type="button"
            title={entry.error ? errorText(entry.error) : undefined}
            onClick={() => retry(client, entry.client_id)}
            className="flex min-h-6 items-center gap-1.5 underline-offset-2 hover:underline touch:min-h-11"
          >
            <CircleAlert aria-hidden className="size-4" strokeWidth={2} />
            {t("failed")}
          </button>
          <button
            type="button"
            onClick={() => discard(entry.client_id)}
            className="min-h-6 text-ink-2 underline-offset-2 hover:underline touch:min-h-11"
          >
            {t("discard")}
          </button>
        </p>
      ) : (
        <p className="mt-0.5 flex h-4.5 items-center gap-1.5 px-1 text-xs text-ink-2">
          <Clock aria-hidden className="size-3.5" strokeWidth={2} />
          {away ? t("waiting") : <span className="sr-only">{t("sending")}</span>}
        </p>
      )}
    </article>
  );
}
