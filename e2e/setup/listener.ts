import { io, type Socket } from "socket.io-client";
import { expect } from "vitest";
import WebSocket from "ws";
import { z } from "zod";
import { noteIssued } from "@/e2e/setup/collected";
import { socketCommands } from "@/lib/contract/acknowledgements";
import { roomEvent, socketEvents } from "@/lib/contract/events";
import { refusedAck, serverFrames } from "@/lib/contract/server-frames";

const acks = new Map<string, z.ZodType>(
  Object.entries(socketCommands).map(([name, { ack }]) => [name, z.union([ack, refusedAck])]),
);

/** Whatever a socket says is held against its schema; a listener complains when somebody waits for more, or at its end. */
class Promised {
  readonly #faults: string[] = [];

  check(schema: z.ZodType | undefined, said: unknown): void {
    const issues = schema ? schema.safeParse(said).error?.issues : ["nothing of this kind was promised"];
    if (issues) this.fail(`${JSON.stringify(said).slice(0, 500)}: ${JSON.stringify(issues)}`);
  }

  fail(fault: string): void {
    this.#faults.push(fault);
  }

  hold(): void {
    expect(this.#faults, "what sockets say keeps the contract").toEqual([]);
  }
}

type Frame = Record<string, unknown> & { type: string };

/** What somebody has heard so far, and a way to wait for more of it. */
class Heard<T> {
  readonly all: T[] = [];
  readonly #promised: Promised;
  #waiting: { meets: (item: T) => boolean; resolve: (item: T) => void }[] = [];

  constructor(promised: Promised) {
    this.#promised = promised;
  }

  push(item: T): void {
    this.all.push(item);
    this.#waiting = this.#waiting.filter((waiting) => {
      if (!waiting.meets(item)) return true;
      waiting.resolve(item);
      return false;
    });
  }

  /** The first item that meets the condition, already heard or still to come; fails after five seconds. */
  async find(meets: (item: T) => boolean, what: string): Promise<T> {
    const item = await this.#await(meets, what);
    this.#promised.hold();
    return item;
  }

  #await(meets: (item: T) => boolean, what: string): Promise<T> {
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
  readonly #promised = new Promised();
  readonly events = new Heard<HeardEvent>(this.#promised);
  readonly others = new Heard<{ name: string; payload: Record<string, unknown> }>(this.#promised);
  readonly packets: HeardEvent[][] = [];

  private constructor(readonly socket: Socket) {
    socket.on("events", (batch: HeardEvent[]) => {
      this.packets.push(batch);
      for (const event of batch) {
        this.#promised.check(roomEvent, event);
        // Everybody gets the same event: nothing in it may depend on its reader.
        if ("is_read" in event.data) this.#promised.fail(`${event.type} says is_read`);
        this.events.push(event);
      }
    });
    socket.onAny((name: string, payload: Record<string, unknown>) => {
      if (name === "events") return;
      this.#promised.check(socketEvents[name as keyof typeof socketEvents], payload);
      this.others.push({ name, payload });
    });
  }

  /** With a token, or (given none) with what a browser sends. */
  static async connect(url: string, access?: string, extraHeaders = {}): Promise<SocketListener> {
    const auth = access === undefined ? {} : { token: access };
    const line = { transports: ["websocket"], forceNew: true, reconnection: false };
    const socket = io(url, { ...line, auth, extraHeaders });
    const listener = new SocketListener(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return listener;
  }

  async ask(event: string, payload: unknown): Promise<Record<string, unknown> & { ok: boolean }> {
    noteIssued(payload);
    const answer = (await this.socket.timeout(5000).emitWithAck(event, payload)) as Record<string, unknown> & {
      ok: boolean;
    };
    this.#promised.check(acks.get(event) ?? refusedAck, answer);
    this.#promised.hold();
    return answer;
  }

  close(): void {
    this.#promised.hold();
    this.socket.disconnect();
  }
}

/** A person's raw WebSocket into one room, as the phone app opens it. */
export class RoomListener {
  readonly #promised = new Promised();
  readonly frames = new Heard<Frame>(this.#promised);
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("message", (data: Buffer) => {
      const frame = JSON.parse(data.toString("utf8")) as Frame;
      this.#promised.check(serverFrames[frame.type as keyof typeof serverFrames], frame);
      this.frames.push(frame);
    });
  }

  static async connect(url: string, room: string, access: string): Promise<RoomListener> {
    const listener = RoomListener.open(url, `/ws/chat/${room}/?token=${access}`);
    await listener.frames.find((frame) => frame.type === "connection_established", "connection_established");
    return listener;
  }

  static open(url: string, path: string, headers = {}): RoomListener {
    const socket = new WebSocket(url.replace("http", "ws") + path, { headers });
    socket.on("error", () => undefined);
    return new RoomListener(socket);
  }

  send(frame: unknown): void {
    noteIssued(frame);
    this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  close(): void {
    this.#promised.hold();
    this.socket.close();
  }
}
