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
  /** Whoever of the channel is not to hear it. */
  except: readonly number[] = [],
): void {
  if (!server) return;
  if (except.length === 0) server.local.to(channel).emit(event, payload);
  else server.local.to(channel).except(except.map(devicesOf)).emit(event, payload);
}

/** The channel of one person's devices. */
export const devicesOf = (user: number): string => `user:${user}`;

/** To several channels: who is in more than one hears it once, and those who are `apart` do not. */
export function presenceEmit(channels: string[], sign: PresenceEvent, apart: readonly number[]): void {
  if (!server || channels.length === 0) return;
  const heard = server.local.to(channels);
  if (apart.length === 0) heard.emit("presence", sign);
  else heard.except(apart.map(devicesOf)).emit("presence", sign);
}
