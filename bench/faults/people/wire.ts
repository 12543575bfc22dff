import type { ShownMessage } from "../history/entry";

/** As much of the wire as the suite reads: written down here anew, since it knows the product from outside only. */
export type WireMessage = {
  id: string;
  room: string;
  seq: number;
  client_id: string | null;
  sender: { id: number } | null;
  content: string;
  is_deleted: boolean;
  modified_at: string;
  reactions: { emoji: string; user_ids: number[] }[];
};

export type WireEvent = {
  room: string;
  seq?: number;
  type: string;
  at: string;
  data: Partial<WireMessage> & { message_id?: string; user_id?: number; user?: { id: number } };
};

export type SyncAnswer = { events: WireEvent[]; cursor: string; has_more: boolean; reset: boolean };

export function shown(message: WireMessage): ShownMessage {
  return {
    id: message.id,
    seq: message.seq,
    sender: message.sender?.id ?? null,
    client_id: message.client_id,
    content: message.content,
    deleted: message.is_deleted,
    reactions: Object.fromEntries(message.reactions.map(({ emoji, user_ids }) => [emoji, user_ids])),
  };
}

/** The message that an event is about, and the person. */
export function subjectOf({ type, data }: WireEvent): { id: string | null; user: number | null } {
  if (type.startsWith("message.")) return { id: data.id ?? null, user: data.sender?.id ?? null };
  if (type.startsWith("participant.")) return { id: null, user: data.user?.id ?? null };
  return { id: data.message_id ?? null, user: data.user_id ?? null };
}
