import type { WebSocket } from "ws";
import type { Ctx } from "@/lib/domain/ctx";
import { type Connection, mostUnsent, type Move } from "./connection";
import { Expiry } from "./expiry";
import { InFlight } from "./in-flight";

/** Close codes that phones in the field act upon. */
export const closeCodes = {
  unauthorized: 4401,
  forbidden: 4403,
  unknownRoom: 4404,
  restarting: 1001,
  tryLater: 1013,
} as const;

/** A raw WebSocket: one room. */
export class RawConnection implements Connection {
  readonly moves = new Map<string, Move>();
  readonly work = new InFlight();
  readonly expiry = new Expiry(() => this.revoked());
  /** How many receipts of its own person it was sent: a mark that moved nothing is answered by itself. */
  ownReceipts = 0;
  #ended = false;

  constructor(
    private readonly socket: WebSocket,
    readonly ctx: Ctx,
    readonly only: string,
  ) {}

  get ended(): boolean {
    return this.#ended || this.socket.readyState !== this.socket.OPEN;
  }

  join(): void {}
  quit(): void {}
  /** Everything comes as frames. */
  events(): void {}

  frame(text: string): void {
    if (this.ended) return;
    if (this.expiry.over) return this.revoked();
    if (this.socket.bufferedAmount > mostUnsent) return this.socket.terminate();
    if (text.startsWith('{"type":"read_receipt"') && text.includes(`"user_id":${this.ctx.userId},`)) this.ownReceipts++;
    this.socket.send(text);
  }

  send(frame: object): void {
    this.frame(JSON.stringify(frame));
  }

  removed(): void {
    this.end(closeCodes.forbidden, "not_participant");
  }

  revoked(): void {
    this.end(closeCodes.unauthorized, "unauthorized");
  }

  goodbye(): void {
    this.end(closeCodes.restarting, "restarting");
  }

  end(code: number, reason: string): void {
    this.#ended = true;
    this.socket.close(code, reason);
  }
}
