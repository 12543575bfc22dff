"use client";

import { useTranslations } from "use-intl";
import { useTypists } from "@/lib/client/typing";
import { useConversation } from "@/components/messages/conversation-context";

/** Always as high as one line, so nothing moves when somebody types. */
export function TypingLine() {
  const t = useTranslations("typing");
  const { room, nameOf } = useConversation();
  const typists = useTypists(room.id);
  const [first, second] = typists.map((typist) => nameOf(typist.user_id).split(" ")[0] ?? typist.username);
  return (
    <p className="flex h-7 shrink-0 items-center gap-2 px-5 text-sm text-ink-2" aria-live="polite" data-testid="typing">
      {first && (
        <>
          <span aria-hidden className="flex gap-0.5">
            {[0, 1, 2].map((dot) => (
              <span
                key={dot}
                className="size-1.5 typing-dot rounded-full bg-accent"
                style={{ animationDelay: `${dot * 150}ms` }}
              />
            ))}
          </span>
          <span className="truncate">
            {typists.length > 2
              ? t("many", { name: first, count: typists.length - 1 })
              : second
                ? t("two", { first, second })
                : t("one", { name: first })}
          </span>
        </>
      )}
    </p>
  );
}
