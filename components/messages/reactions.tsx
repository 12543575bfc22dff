"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { abilities } from "@/lib/client/abilities";
import { toggleReaction } from "@/lib/client/message-actions";
import { useConversation } from "@/components/messages/conversation-context";

export function Reactions({ message }: { message: Message }) {
  const t = useTranslations("message");
  const { me, canReact, nameOf } = useConversation();
  return (
    <ul className="mt-1 flex flex-wrap gap-1.5">
      {message.reactions.map(({ emoji, count, user_ids }) => {
        const on = user_ids.includes(me.id);
        return (
          <li key={emoji}>
            <button
              type="button"
              disabled={!canReact || !abilities.react}
              aria-pressed={on}
              aria-label={t("reaction", { emoji, count })}
              title={user_ids.map(nameOf).join(", ")}
              onClick={() => toggleReaction(message, emoji, me.id)}
              className={clsx(
                "relative flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm font-semibold tabular-nums after:absolute after:-inset-1.5",
                on ? "border-accent bg-accent-soft text-accent-ink" : "border-line bg-surface text-ink-2",
              )}
            >
              <span aria-hidden>{emoji}</span>
              {count}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
