import { io, type Socket } from "socket.io-client";
import type { PresenceEvent, RoomEvent, TypingEvent } from "@/lib/contract/events";
import type { Message } from "@/lib/contract/shapes";
import type { NewMessage } from "@/lib/client/api";

type Refusal = { ok: false; error: { code: string; detail: string; retry_after?: number } };
export type Ack<T> = ({ ok: true } & T) | Refusal;
export type SyncAnswer = { events: RoomEvent[]; cursor: string; has_more: boolean; reset: boolean };

type FromServer = {
  events: (batch: RoomEvent[]) => void;
  typing: (sign: TypingEvent) => void;
  presence: (sign: PresenceEvent) => void;
  "session:revoked": (notice: { reason: string }) => void;
};

type Call<Input, Answer> = (input: Input, ack: (answer: Ack<Answer>) => void) => void;

type ToServer = {
  "message:send": Call<NewMessage, { message: Message }>;
  read: Call<{ room: string; seq: number }, { unread_count: number }>;
  typing: Call<{ room: string; is_typing: boolean }, object>;
  sync: Call<{ cursor: string | null; limit?: number }, SyncAnswer>;
};

export type ChatSocket = Socket<FromServer, ToServer>;

/** How long an acknowledgement may take before the outcome counts as unknown. */
export const ACK_TIMEOUT = 10_000;

let living: ChatSocket | undefined;

/** The one connection of this tab. It lives outside components, so that nothing on screen can break it. */
export function chatSocket(): ChatSocket {
  living ??= io({
    path: "/socket.io",
    transports: ["websocket"],
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  return living;
}
