import type { Server } from "socket.io";
import type { PresenceEvent, RoomEvent, TypingEvent } from "@/lib/contract/events";

export type FromServer = {
  events: (batch: RoomEvent[]) => void;
  typing: (sign: TypingEvent) => void;
  presence: (sign: PresenceEvent) => void;
  "session:revoked": (notice: { reason: string }) => void;
};

let server: Server | undefined;

export function useServer(io: Server | undefined): void {
  server = io;
}

/** Emits to every socket of a channel of this node, or of none: to all. */
export function channelEmit<E extends keyof FromServer>(
  channel: string | null,
  event: E,
  payload: Parameters<FromServer[E]>[0],
  except?: string,
): void {
  if (!server) return;
  if (channel === null) server.local.emit(event, payload);
  else if (except === undefined) server.local.to(channel).emit(event, payload);
  else server.local.to(channel).except(except).emit(event, payload);
}
