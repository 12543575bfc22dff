import type { Server } from "socket.io";
import type { PresenceEvent, SocketEvents } from "@/lib/contract/events";

let server: Server | undefined;

export function useServer(io: Server | undefined): void {
  server = io;
}

/** Emits to every socket of a channel of this node. */
export function channelEmit<E extends keyof SocketEvents>(
  channel: string,
  event: E,
  payload: Parameters<SocketEvents[E]>[0],
  except?: string,
): void {
  if (!server) return;
  if (except === undefined) server.local.to(channel).emit(event, payload);
  else server.local.to(channel).except(except).emit(event, payload);
}

/** To several channels: who is in more than one hears it once. */
export function presenceEmit(channels: string[], sign: PresenceEvent): void {
  if (server && channels.length > 0) server.local.to(channels).emit("presence", sign);
}
