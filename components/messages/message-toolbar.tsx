"use client";

import clsx from "clsx";
import { Ellipsis, Reply, SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { IconButton } from "@/components/ui/icon-button";

type Props = { message: Message; mine: boolean; near: boolean };

/**
 * Appears on hover and on focus; fingers press long instead, and screen readers find all of it behind its last button.
 * Until somebody is near the others are not there: a page holds dozens of messages. Nothing in the server's HTML.
 */
export function MessageToolbar({ message, mine, near }: Props) {
  const t = useTranslations("message");
  const when = useWhen();
  const { canWrite, canReact, reply, open } = useConversation();
  if (typeof window === "undefined") return null;
  return (
    <div
      role="group"
      aria-label={t("toolbar")}
      className={clsx(
        "absolute top-1/2 z-10 flex -translate-y-1/2 items-center rounded-control border border-line bg-raised p-0.5 opacity-0 shadow-card transition-opacity",
        "group-hover:opacity-100 group-focus-visible:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 touch:sr-only",
        mine ? "end-full me-2 flex-row-reverse" : "start-full ms-2",
      )}
    >
      {near && (
        <time dateTime={message.created_at} aria-hidden className="px-1.5 text-2xs text-ink-2 tabular-nums">
          {when.clock(message.created_at)}
        </time>
      )}
      {near && canReact && (
        <IconButton
          icon={SmilePlus}
          size="small"
          label={t("react")}
          aria-haspopup="dialog"
          onClick={(event) => open({ message, as: "react", anchor: event.currentTarget })}
        />
      )}
      {near && canWrite && <IconButton icon={Reply} size="small" label={t("reply")} onClick={() => reply(message)} />}
      <IconButton
        icon={Ellipsis}
        size="small"
        label={t("more")}
        aria-haspopup="menu"
        onClick={(event) => open({ message, as: "menu", anchor: event.currentTarget })}
      />
    </div>
  );
}
