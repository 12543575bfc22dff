"use client";

import clsx from "clsx";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { User } from "@/lib/contract/shapes";
import { matches } from "@/lib/client/matches";
import { useConversation } from "@/components/messages/conversation-context";
import { Avatar } from "@/components/ui/avatar";

const MOST = 6;

export function useMentionChoice(word: string | null) {
  const { room, me } = useConversation();
  const [state, setState] = useState({ word, at: 0, closed: false });
  const current = state.word === word ? state : { word, at: 0, closed: false };
  const found =
    word === null || current.closed
      ? []
      : room.participants
          .map((participant) => participant.user)
          .filter((user) => user.id !== me.id && matches(`${user.username} ${user.full_name}`, word))
          .slice(0, MOST);
  // A name that is complete already needs no help.
  const people = found.length === 1 && found[0]?.username === word ? [] : found;
  const at = Math.min(current.at, people.length - 1);
  return {
    people,
    at,
    /** Returns whether the key was meant for the list. */
    onKey: (event: KeyboardEvent, choose: (username: string) => void): boolean => {
      const person = people[at];
      if (!person) return false;
      if (event.key === "ArrowDown") setState({ ...current, at: (at + 1) % people.length });
      else if (event.key === "ArrowUp") setState({ ...current, at: (at + people.length - 1) % people.length });
      else if (event.key === "Enter" || event.key === "Tab") choose(person.username);
      else if (event.key === "Escape") setState({ ...current, closed: true });
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

type Choice = { people: User[]; at: number };

export function MentionList({ choice, onChoose }: { choice: Choice; onChoose: (username: string) => void }) {
  const t = useTranslations("composer");
  if (choice.people.length === 0) return null;
  return (
    <ul
      aria-label={t("mentions")}
      className="absolute inset-x-0 bottom-full z-20 mb-2 max-w-sm overflow-hidden rounded-bubble border border-line bg-raised p-1.5 shadow-float"
    >
      {choice.people.map((person, index) => (
        <li key={person.id}>
          <button
            type="button"
            aria-current={index === choice.at ? "true" : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(person.username)}
            className={clsx(
              "flex min-h-11 w-full items-center gap-3 rounded-control px-2 text-start",
              index === choice.at && "bg-sunken",
            )}
          >
            <Avatar id={person.id} name={person.full_name} size="xs" />
            <span className="truncate font-medium">{person.full_name}</span>
            <span className="truncate text-sm text-ink-2">@{person.username}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
