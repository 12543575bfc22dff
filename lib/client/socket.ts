import { io, type Socket } from "socket.io-client";
import type { PresenceEvent, RoomEvent, TypingEvent } from "@/lib/contract/events";
import type { Message } from "@/lib/contract/shapes";
import type { NewMessage } from "@/lib/client/api";

type Refusal = { ok: false; error: { code: string; detail: string; retry_after?: number } };
type Ack<T> = ({ ok: true } & T) | Refusal;
type SyncAnswer = { events: RoomEvent[]; cursor: string; has_more: boolean; reset: boolean };

type FromServer = {
  events: (batch: RoomEvent[]) => void;
  typing: (sign: TypingEvent) => void;
  presence: (sign: PresenceEvent) => void;
  "session:revoked": (notice: { reason: string }) => void;
};

/** What the browser may ask, and what the acknowledgement then carries. */
type Calls = {
  "message:send": { input: NewMessage; answer: { message: Message } };
  read: { input: { room: string; seq: number }; answer: { unread_count: number } };
  typing: { input: { room: string; is_typing: boolean }; answer: object };
  sync: { input: { cursor: string | null; limit?: number }; answer: SyncAnswer };
};

type ToServer = {
  [Name in keyof Calls]: (input: Calls[Name]["input"], ack: (answer: unknown) => void) => void;
};

export type ChatSocket = Socket<FromServer, ToServer>;

/** How long an acknowledgement may take before the outcome counts as unknown. */
const ACK_TIMEOUT = 10_000;

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

/** Asks and waits for the acknowledgement; none in time is an error, and the outcome unknown. */
export async function ask<Name extends keyof Calls>(
  name: Name,
  input: Calls[Name]["input"],
): Promise<Ack<Calls[Name]["answer"]>> {
  const untyped = chatSocket() as unknown as Socket;
  const answer: unknown = await untyped.timeout(ACK_TIMEOUT).emitWithAck(name, input);
  return answer as Ack<Calls[Name]["answer"]>;
}
