import { io, type Socket } from "socket.io-client";
import WebSocket from "ws";

type Frame = Record<string, unknown> & { type: string };

/** What somebody has heard so far, and a way to wait for more of it. */
class Heard<T> {
  readonly all: T[] = [];
  #waiting: { meets: (item: T) => boolean; resolve: (item: T) => void }[] = [];

  push(item: T): void {
    this.all.push(item);
    this.#waiting = this.#waiting.filter((waiting) => {
      if (!waiting.meets(item)) return true;
      waiting.resolve(item);
      return false;
    });
  }

  /** The first item that meets the condition, already heard or still to come; fails after five seconds. */
  find(meets: (item: T) => boolean, what: string): Promise<T> {
    const found = this.all.find(meets);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`Not heard within 5 s: ${what}. Heard: ${JSON.stringify(this.all).slice(0, 2000)}`));
      }, 5000);
      this.#waiting.push({
        meets,
        resolve: (item) => {
          clearTimeout(timer);
          resolve(item);
        },
      });
    });
  }
}

export type HeardEvent = { room: string; seq?: number; type: string; at: string; data: Record<string, unknown> };

/** A person's Socket.IO connection. */
export class SocketListener {
  readonly events = new Heard<HeardEvent>();
  readonly others = new Heard<{ name: string; payload: Record<string, unknown> }>();
  readonly packets: HeardEvent[][] = [];

  private constructor(readonly socket: Socket) {
    socket.on("events", (batch: HeardEvent[]) => {
      this.packets.push(batch);
      for (const event of batch) this.events.push(event);
    });
    for (const name of ["typing", "presence", "session:revoked"]) {
      socket.on(name, (payload: Record<string, unknown>) => {
        this.others.push({ name, payload });
      });
    }
  }

  static async connect(url: string, access: string): Promise<SocketListener> {
    const socket = io(url, { transports: ["websocket"], auth: { token: access }, forceNew: true, reconnection: false });
    const listener = new SocketListener(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return listener;
  }

  ask(event: string, payload: unknown): Promise<Record<string, unknown> & { ok: boolean }> {
    return this.socket.timeout(5000).emitWithAck(event, payload) as Promise<Record<string, unknown> & { ok: boolean }>;
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A person's raw WebSocket into one room, as the phone app opens it. */
export class RoomListener {
  readonly frames = new Heard<Frame>();
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("message", (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString("utf8")) as Frame);
    });
  }

  static async connect(url: string, room: string, access: string): Promise<RoomListener> {
    const listener = RoomListener.open(url, `/ws/chat/${room}/?token=${access}`);
    await listener.frames.find((frame) => frame.type === "connection_established", "connection_established");
    return listener;
  }

  static open(url: string, path: string): RoomListener {
    const socket = new WebSocket(url.replace("http", "ws") + path);
    socket.on("error", () => undefined);
    return new RoomListener(socket);
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  close(): void {
    this.socket.close();
  }
}
