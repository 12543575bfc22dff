import type { Attachment } from "@/lib/contract/shapes";
import { createStore } from "@/lib/client/store";

export type VoiceFacts = { duration_ms: number; waveform: number[] };

export type PickedFile = {
  id: string;
  /** The composer that it was picked in: a room, or a thread of it. */
  shelf: string;
  /** The `client_id` of the message that waits for it, once that was sent off. */
  parcel: string | null;
  name: string;
  size: number;
  /** Of a picture: what it looks like, from the device. */
  url: string | null;
  state: "waiting" | "going" | "paused" | "done" | "failed";
  sent: number;
  error: string | null;
  attachment: Attachment | null;
};

/** Files on their way to the server, for messages that are still being written or wait for them. */
export const pickedFiles = createStore<PickedFile[]>([]);
