"use client";

import { useTranslations } from "use-intl";
import type { User } from "@/lib/contract/shapes";
import { matches } from "@/lib/client/matches";
import { useConversation } from "@/components/messages/conversation-context";
import { Avatar } from "@/components/ui/avatar";
import { Suggestions } from "@/components/ui/suggestions";
import { useSuggestions } from "@/components/ui/use-suggestions";

const MOST = 6;

export function useMentionChoice(word: string | null) {
  const { room, me } = useConversation();
  return useSuggestions(word, (typed) => {
    const found = room.participants
      .map((participant) => participant.user)
      .filter((user) => user.id !== me.id && matches(`${user.username} ${user.full_name}`, typed))
      .slice(0, MOST);
    // A name that is complete already needs no help.
    return found.length === 1 && found[0]?.username === typed ? [] : found;
  });
}

type Choice = { items: User[]; at: number };

export function MentionList({ choice, onChoose }: { choice: Choice; onChoose: (user: User) => void }) {
  const t = useTranslations("composer");
  return (
    <Suggestions label={t("mentions")} {...choice} keyOf={(user) => user.id} onChoose={onChoose}>
      {(user) => (
        <>
          <Avatar id={user.id} name={user.full_name} size="xs" />
          <span className="truncate font-medium">{user.full_name}</span>
          <span className="truncate text-sm text-ink-2">@{user.username}</span>
        </>
      )}
    </Suggestions>
  );
}
