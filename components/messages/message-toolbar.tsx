"use client";

import clsx from "clsx";
import { Ellipsis, Reply } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useConversation } from "@/components/messages/conversation-context";
import { IconButton } from "@/components/ui/icon-button";

/** Appears on hover and on focus; fingers press long instead, and screen readers find it always. */
export function MessageToolbar({ message, mine }: { message: Message; mine: boolean }) {
  const t = useTranslations("message");
  const { canWrite, reply, open } = useConversation();
  return (
    <div
      role="group"
      aria-label={t("toolbar")}
      className={clsx(
        "absolute -top-4 z-10 flex rounded-control border border-line bg-raised p-0.5 opacity-0 shadow-card transition-opacity",
        "group-hover:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 touch:sr-only",
        mine ? "end-2" : "start-2",
      )}
    >
      {canWrite && <IconButton icon={Reply} size="small" label={t("reply")} onClick={() => reply(message)} />}
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
