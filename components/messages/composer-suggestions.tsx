"use client";

import { type KeyboardEvent, type RefObject, useImperativeHandle } from "react";
import type { User } from "@/lib/contract/shapes";
import { mentionAt } from "@/lib/client/mention-at";
import { CommandList } from "@/components/messages/command-list";
import { MentionList, useMentionChoice } from "@/components/messages/mention-list";
import { type Command, useCommands } from "@/components/messages/use-commands";

export type SuggestionKeys = {
  /** Returns whether the key was meant for a list. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Does what is written, if it is a command; returns whether it was. */
  run: (content: string) => boolean;
};

type Props = {
  text: string;
  caret: number;
  /** Commands are for new messages; an edit may begin with a slash. */
  fresh: boolean;
  insert: (value: string, from: number, to: number) => void;
  clear: () => void;
  keys: RefObject<SuggestionKeys | null>;
};

/** People after `@` and commands after `/`, over the field in which they are typed. */
export function ComposerSuggestions({ text, caret, fresh, insert, clear, keys }: Props) {
  const mention = mentionAt(text, caret);
  const people = useMentionChoice(mention?.word ?? null);
  const commands = useCommands(fresh ? text : "");
  const mentionUser = ({ username }: User) => mention && insert(`@${username} `, mention.start, caret);
  const choose = (command: Command) => {
    if (command.words) return insert(`/${command.name} `, 0, text.length);
    clear();
    command.run("");
  };
  useImperativeHandle(keys, () => ({
    onKey: (event) => people.onKey(event, mentionUser) || commands.choice.onKey(event, choose),
    run: (content) => fresh && commands.run(content),
  }));
  return (
    <>
      <MentionList choice={people} onChoose={mentionUser} />
      <CommandList choice={commands.choice} onChoose={choose} />
    </>
  );
}
