import type { z } from "zod";
import type { DurableEventType, reactionChanged } from "@/lib/contract/events";
import type { Participant, SharedMessage } from "@/lib/contract/shapes";
import type { NodePresenceHint } from "./presence-state";

/** A committed event of a room's log. `room.*` carries no data: every receiver gets their own list item at delivery. */
export type PublishedEvent = {
  room: string;
  seq: number;
  type: DurableEventType;
  at: string;
  data: SharedMessage | Participant | z.infer<typeof reactionChanged> | null;
  actor_id: number | null;
};

export type EventsHint = { kind: "events"; room: string; events: PublishedEvent[] };

export type ReadHint = {
  kind: "read";
  room: string;
  user_id: number;
  username: string;
  seq: number;
  read_at: string;
  /** The newest message read; null when no message lies before the watermark. */
  message_id: string | null;
  /** False in large rooms: only the person's own devices hear it. */
  broadcast: boolean;
};

export type TypingHint = {
  kind: "typing";
  room: string;
  user_id: number;
  username: string;
  full_name: string;
  is_typing: boolean;
  /** Who has blocked them, or was blocked by them. */
  hidden_from?: number[];
};

export type RevokedHint = { kind: "session.revoked"; sessionIds: string[]; reason: string };

/** There is something new for moderators, for somebody whom one of them has warned, or for both and the writer of a held text. */
export type ModerationHint =
  { kind: "moderation"; about: "reports" } | { kind: "moderation"; about: "warnings" | "held"; user_id: number };

/** The rules of the filter have changed. */
export type FilterHint = { kind: "filter" };

/** What is set for everybody has changed. */
export type SettingsHint = { kind: "settings" };

/** Somebody blocked another, or takes it back: their own devices hear it, nobody else. */
export type BlockHint = { kind: "block"; user_id: number; other_id: number; on: boolean };

/** What the bus carries. A hint may get lost: the log is the truth, and the sweep finds what is missing. */
export type Hint =
  | EventsHint
  | ReadHint
  | TypingHint
  | RevokedHint
  | BlockHint
  | ModerationHint
  | FilterHint
  | SettingsHint
  | NodePresenceHint;
