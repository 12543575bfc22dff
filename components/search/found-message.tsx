"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { chatPath } from "@/lib/client/chat-address";
import { plainPreview } from "@/lib/client/plain-preview";
import { roomOptions, useRooms } from "@/lib/client/queries";
import { snippetParts } from "@/lib/client/snippet-parts";
import { useWhen } from "@/lib/client/use-when";
import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";

/** A message that was found: who said it where, and the way into its context. */
export function FoundMessage({ message }: { message: Message & { snippet: string } }) {
  const t = useTranslations("message");
  const when = useWhen();
  const folded = useBlocked().includes(message.sender?.id ?? 0);
  const listed = useRooms().items.find((room) => room.id === message.room)?.display_name;
  const room = useQuery({ ...roomOptions(message.room), enabled: listed === undefined }).data?.display_name;
  const name = message.sender?.full_name ?? t("someone");
  // A direct room bears the name of the other one.
  const place = listed ?? room;
  return (
    <AppLink
      href={chatPath(message.room, { message: message.id, thread: message.thread_root_id })}
      className="flex gap-3 rounded-bubble px-3 py-2.5 -outline-offset-2 hover:bg-sunken"
    >
      <Avatar id={message.sender?.id ?? 0} name={name} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-sm">
            <span className="font-semibold">{name}</span>
            {place !== name && <span className="text-ink-2"> · {place}</span>}
          </span>
          <time dateTime={message.created_at} className="text-xs text-ink-2 tabular-nums">
            {when.short(message.created_at)}
          </time>
        </span>
        <span className="line-clamp-3 text-msg [overflow-wrap:anywhere]">
          {folded
            ? t("folded")
            : snippetParts(plainPreview(message.snippet)).map(({ text, found }, i) =>
                found ? (
                  <mark key={i} className="rounded-tail bg-mark text-ink">
                    {text}
                  </mark>
                ) : (
                  <span key={i}>{text}</span>
                ),
              )}
        </span>
      </span>
    </AppLink>
  );
}
