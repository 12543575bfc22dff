"use client";

import clsx from "clsx";
import { Pin } from "lucide-react";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { useLeaving } from "@/lib/client/delete-later";
import { useSwipe } from "@/lib/client/use-swipe";
import { useLongPress } from "@/lib/client/use-long-press";
import { MessageFiles } from "@/components/attachments/message-files";
import { Bubble, Quote } from "@/components/messages/bubble";
import { useConversation } from "@/components/messages/conversation-context";
import { LinkCard } from "@/components/messages/link-card";
import { MessageText } from "@/components/messages/message-text";
import { MessageToolbar } from "@/components/messages/message-toolbar";
import { Reactions } from "@/components/messages/reactions";
import { PendingChange } from "@/components/messages/pending-change";
import { Receipt } from "@/components/messages/receipt";
import { ThreadCount } from "@/components/messages/thread-count";
import { Avatar } from "@/components/ui/avatar";

type Props = { message: Message; mine: boolean; first: boolean; last: boolean; marked: boolean };

export const MessageRow = memo(function MessageRow({ message, mine, first, last, marked }: Props) {
  const t = useTranslations("message");
  const when = useWhen();
  const { room, thread, canWrite, reply, open } = useConversation();
  const press = useLongPress((element) => open({ message, as: "sheet", anchor: element }));
  const name = message.sender?.full_name ?? t("someone");
  const [near, setNear] = useState(false);
  const live = !useLeaving(message.id) && !message.is_deleted;
  const swipe = useSwipe(live && canWrite ? () => reply(message) : null);
  return (
    <article
      aria-label={`${mine ? t("you") : name}, ${when.clock(message.created_at)}`}
      data-seq={message.seq}
      data-message={message.id}
      {...(live ? press : {})}
      {...swipe}
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && setNear(true)}
      onFocus={() => setNear(true)}
      className={clsx(
        "group flex touch-pan-y gap-2.5 px-4 -outline-offset-2 md:px-5",
        first ? "pt-3" : "pt-0.5",
        mine && "flex-row-reverse",
        marked && "glow",
      )}
    >
      {!mine && (
        <span className="flex w-8.5 shrink-0 items-end">
          {last && message.sender && <Avatar id={message.sender.id} name={name} size="sm" />}
        </span>
      )}
      <div
        className={clsx("flex max-w-[min(72ch,82%)] min-w-0 flex-col md:max-w-[min(72ch,74%)]", mine && "items-end")}
      >
        {first && !mine && (
          <p className="mb-1 flex items-baseline gap-2.5 text-sm text-ink-2">
            {(thread ?? room.room_type !== "direct") && <span className="font-semibold text-ink">{name}</span>}
            <time dateTime={message.created_at} className="text-xs tabular-nums">
              {when.clock(message.created_at)}
            </time>
          </p>
        )}
        <div className={clsx("relative flex max-w-full items-center gap-2", mine && "flex-row-reverse")}>
          <Bubble mine={mine} last={last} muted={!live || Boolean(message.hidden_at)}>
            {!live ? t("deleted") : message.hidden_at ? t("hidden") : <Body message={message} />}
          </Bubble>
          {live && <MessageToolbar message={message} mine={mine} near={near} />}
        </div>
        {live && message.reactions.length > 0 && <Reactions message={message} />}
        {!thread && message.reply_count > 0 && <ThreadCount message={message} />}
        {(message.pinned_at ?? message.is_edited) && live ? (
          <p className="mt-0.5 flex items-center gap-1 px-1 text-2xs text-ink-2">
            {message.pinned_at && (
              <>
                <Pin aria-hidden className="size-3" />
                {t("pinned")}
              </>
            )}
            {message.pinned_at && message.is_edited && " · "}
            {message.is_edited && (
              <span title={message.edited_at ? t("editedAt", { time: when.full(message.edited_at) }) : undefined}>
                {t("edited")}
              </span>
            )}
          </p>
        ) : null}
        <PendingChange message={message} />
        {mine && last && live && <Receipt message={message} />}
      </div>
    </article>
  );
});

function Body({ message }: { message: Message }) {
  const t = useTranslations("message");
  const { me, room, blocked, mentionable, nameOf, jumpTo } = useConversation();
  const { reply_to: original } = message;
  const folded = room.room_type !== "direct" && blocked.includes(original?.sender?.id ?? 0);
  const author = original?.sender && !folded ? nameOf(original.sender.id) || original.sender.username : t("someone");
  return (
    <>
      {original && (
        <Quote
          name={author}
          text={folded ? t("folded") : original.content}
          label={t("openOriginal", { name: author })}
          onOpen={() => jumpTo(original.id)}
        />
      )}
      {message.attachments.length > 0 && <MessageFiles files={message.attachments} />}
      {message.content && (
        <MessageText text={message.content} mentionable={mentionable} self={me.username.toLowerCase()} />
      )}
      <LinkCard message={message} />
    </>
  );
}
