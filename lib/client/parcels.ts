import type { Outgoing } from "@/lib/client/outbox-entry";
import { createStore } from "@/lib/client/store";

/** A message that waits for its files. Once they are there it goes the way of every other: through the outbox. */
export type Parcel = Pick<Outgoing, "client_id" | "room" | "content" | "sender" | "reply_to" | "thread_root"> & {
  /** Whether its two pictures show a place before and after the work. */
  before_after: boolean;
  /** The composer that it was written in. */
  shelf: string;
};

export const parcels = createStore<Parcel[]>([]);
