"use client";

import { createContext, useContext } from "react";
import type { Me, Message, Room } from "@/lib/contract/shapes";

export type Opened = {
  message: Message;
  as: "menu" | "sheet" | "readers" | "react" | "forward" | "report";
  anchor: HTMLElement | null;
};

export type Writing = { kind: "new"; replyTo: Message | null } | { kind: "edit"; message: Message };

type Conversation = {
  room: Room;
  me: Me;
  /** The root of the thread that is shown; null in the room itself. */
  thread: string | null;
  canWrite: boolean;
  /** In an announcement room everybody does. */
  canReact: boolean;
  mentionable: ReadonlySet<string>;
  /** Whom the reader has blocked, and whose messages are folded here. */
  blocked: readonly number[];
  nameOf: (user: number) => string;
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  open: (opened: Opened) => void;
  openThread: (root: string) => void;
  jumpTo: (message: string) => void;
};

const Context = createContext<Conversation | null>(null);

export const ConversationProvider = Context.Provider;

/** What every message of the open conversation can ask and do. */
export function useConversation(): Conversation {
  const conversation = useContext(Context);
  if (!conversation) throw new Error("Outside of a conversation");
  return conversation;
}
