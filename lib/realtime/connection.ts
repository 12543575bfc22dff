import type { RoomEvent } from "@/lib/contract/events";
import type { Ctx } from "@/lib/domain/ctx";
import type { InFlight } from "./in-flight";

/** More bytes than this unsent: the client is too slow, and would fill our memory. It is cut off, and catches up later. */
export const mostUnsent = 1024 * 1024;

/** Somebody came into a room or left it: the number that its log gives to this. */
export type Move = { seq: number; in: boolean };

/** One connected device, whichever protocol it speaks. */
export interface Connection {
  readonly ctx: Ctx;
  /** The one room that a raw WebSocket hears; null: all the person's rooms. */
  readonly only: string | null;
  /** The newest coming or going of the person that this node was told of, by room. */
  readonly moves: Map<string, Move>;
  /** What it has asked and is not yet answered. */
  readonly work: InFlight;
  /** Joins or leaves a channel of many, where the protocol has them. */
  join(channel: string): void;
  quit(channel: string): void;
  /** Events for this connection alone; raw WebSockets get them as frames. */
  events(batch: RoomEvent[]): void;
  /** A frame of the raw protocol, already written out: the same text goes to many. */
  frame(text: string): void;
  /** The person is no longer in the room. */
  removed(room: string): void;
  /** The session or the token has ended. */
  revoked(reason: string): void;
  /** This process ends: the client is to connect again, to whoever takes it. */
  goodbye(): void;
}
