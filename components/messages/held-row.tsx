"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { CircleAlert, Hourglass } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HeldText } from "@/lib/contract/held";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { MessageFiles } from "@/components/attachments/message-files";
import { Bubble, Quote } from "@/components/messages/bubble";
import { useConversation } from "@/components/messages/conversation-context";
import { MessageText } from "@/components/messages/message-text";
import { Confirm } from "@/components/ui/confirm";
import { TextButton } from "@/components/ui/text-button";
import { useAct } from "@/components/ui/use-act";

type Props = { text: HeldText; first: boolean; last: boolean };

/** A text of the reader's that nobody else sees: a moderator is to look at it, or has not let it through. */
export function HeldRow({ text, first, last }: Props) {
  const t = useTranslations("message");
  const client = useQueryClient();
  const act = useAct();
  const { me, mentionable, nameOf } = useConversation();
  const [asking, setAsking] = useState(false);
  const { id, status, content, reply_to: reply, attachments, reason } = text;
  const takeBack = async () => {
    await act(() => call("DELETE /api/chat/held/{id}/", { params: { id } }));
    await client.invalidateQueries({ queryKey: keys.held });
  };
  const waits = status === "waiting";
  return (
    <article aria-label={t("you")} className={clsx("flex flex-col items-end px-4 md:px-5", first ? "pt-3" : "pt-0.5")}>
      <div className="flex max-w-[min(72ch,82%)] flex-col items-end md:max-w-[min(72ch,74%)]">
        <Bubble mine last={last}>
          {reply && (
            <Quote
              name={reply.sender ? nameOf(reply.sender.id) || reply.sender.username : t("someone")}
              text={reply.content}
              label={t("reply")}
            />
          )}
          {attachments.length > 0 && <MessageFiles files={attachments} />}
          <MessageText text={content} mentionable={mentionable} self={me.username.toLowerCase()} />
        </Bubble>
        {!waits && (
          <p className="mt-1 px-1 text-end text-xs font-medium [overflow-wrap:anywhere] text-danger-ink">
            <CircleAlert aria-hidden className="me-1.5 inline size-4 align-text-bottom" strokeWidth={2} />
            {t("turnedDown", { reason })}
          </p>
        )}
      </div>
      <p className="flex items-center gap-3 px-1 text-xs text-ink-2">
        {waits && (
          <span role="status" className="flex items-center gap-1.5">
            <Hourglass aria-hidden className="size-3.5" strokeWidth={2} />
            {t("heldBack")}
          </span>
        )}
        <TextButton onClick={() => (waits ? setAsking(true) : void takeBack())}>
          {t(waits ? "takeBack" : "discard")}
        </TextButton>
      </p>
      {asking && (
        <Confirm
          title={t("takeBackTitle")}
          hint={t("takeBackHint")}
          action={t("takeBack")}
          onConfirm={takeBack}
          onClose={() => setAsking(false)}
        />
      )}
    </article>
  );
}
