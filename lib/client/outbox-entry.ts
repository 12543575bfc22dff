import type { Message, User } from "@/lib/contract/shapes";

/** What the reader wants done. A `target` is the id of a message, or the `client_id` of one that still waits itself. */
export type Intent =
  | {
      kind: "send";
      content: string;
      sender: User;
      reply_to: Message["reply_to"];
      thread_root: string | null;
      attachment_ids: string[];
      /** Missing in what an older release has kept. */
      before_after?: boolean;
      accept_warning?: boolean;
    }
  | { kind: "edit"; target: string; content: string; accept_warning?: boolean }
  | { kind: "delete"; target: string }
  | { kind: "react"; target: string; emoji: string; on: boolean }
  | { kind: "read"; seq: number };

/** One thing that was done on this device and that the server is not known to have stored. */
export type OutboxEntry = Intent & {
  /** Made when it was composed, and the same in every try: a message's `client_id`. */
  client_id: string;
  /** Entries of a room leave in this order. */
  order: number;
  room: string;
  created_at: string;
  state: "waiting" | "failed";
  error: string | null;
  /** Whether a try has begun. From then on it may be stored, so its content must stay as it is. */
  tried: boolean;
};

type Of<Kind extends Intent["kind"]> = Extract<OutboxEntry, { kind: Kind }>;

export type Outgoing = Of<"send">;

/** A change of a message that is there already. */
export type PendingChange = Of<"edit" | "delete" | "react">;
