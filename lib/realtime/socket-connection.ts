import type { Socket } from "socket.io";
import type { PresenceEvent, RoomEvent, SocketEvents } from "@/lib/contract/events";
import type { Ctx } from "@/lib/domain/ctx";
import type { Connection, Move } from "./connection";
import { Expiry } from "./expiry";
import { InFlight } from "./in-flight";

export type ChatSocket = Socket<Record<string, (...args: unknown[]) => void>, SocketEvents>;

/** A Socket.IO client: one connection for all the person's rooms. */
export class SocketConnection implements Connection {
  readonly only = null;
  readonly moves = new Map<string, Move>();
  readonly work = new InFlight();
  readonly expiry = new Expiry(() => this.revoked("token_expired"));

  constructor(
    private readonly socket: ChatSocket,
    public ctx: Ctx,
  ) {}

  join(channel: string): void {
    void this.socket.join(channel);
  }

  quit(channel: string): void {
    void this.socket.leave(channel);
  }

  events(batch: RoomEvent[]): void {
    this.socket.emit("events", batch);
  }

  presence(sign: PresenceEvent): void {
    this.socket.emit("presence", sign);
  }

  /** Frames are the other protocol's. */
  frame(): void {}

  /** The client has its own `participant.left`; its other rooms go on. */
  removed(): void {}

  revoked(reason: string): void {
    this.socket.emit("session:revoked", { reason });
    this.socket.disconnect(true);
  }

  /** Not a disconnect of the protocol, after which clients stay away: a transport that ends makes them come back. */
  goodbye(): void {
    this.socket.conn.close();
  }
}
