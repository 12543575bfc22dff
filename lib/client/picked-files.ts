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
  file: File;
  voice: VoiceFacts | null;
  /** Where the server has the bytes that have arrived. */
  at: string | null;
  size: number;
  picked_at: number;
  /** By its type or name; what it really is, the server sees. */
  picture: boolean;
  /** Of a picture that this browser can show: what it looks like, from the device. */
  url: string | null;
  state: "waiting" | "going" | "paused" | "done" | "failed";
  sent: number;
  error: string | null;
  attachment: Attachment | null;
};

/** Files on their way to the server, for messages that are still being written or wait for them. */
export const pickedFiles = createStore<PickedFile[]>([]);

/** Whether what was picked in a composer can show a place before and after the work. */
export function isPair(all: PickedFile[], shelf: string): boolean {
  const mine = all.filter((one) => one.shelf === shelf && one.parcel === null);
  return mine.length === 2 && mine.every(({ picture }) => picture);
}

/** Composers whose two pictures show a place before and after the work. */
export const pairs = createStore<readonly string[]>([]);
