import type { Server } from "socket.io";
import type { SocketEvents } from "@/lib/contract/events";

let server: Server | undefined;

export function useServer(io: Server | undefined): void {
  server = io;
}

/** Emits to every socket of a channel of this node, or of none: to all. */
export function channelEmit<E extends keyof SocketEvents>(
  channel: string | null,
  event: E,
  payload: Parameters<SocketEvents[E]>[0],
  except?: string,
): void {
  if (!server) return;
  if (channel === null) server.local.emit(event, payload);
  else if (except === undefined) server.local.to(channel).emit(event, payload);
  else server.local.to(channel).except(except).emit(event, payload);
}
