import WebSocket from "ws";
import type { Action, ShownMessage } from "../history/entry";
import type { Recorder } from "../history/recorder";
import { type Attempted, refused, unknown } from "./attempt";
import { connectionNumber } from "./connection-number";
import { shown, type WireMessage } from "./wire";

type Frame = {
  type: string;
  message?: WireMessage | string;
  messages?: WireMessage[];
  has_more?: boolean;
  code?: string;
  client_id?: string;
  message_id?: string;
  user_id?: number;
  read_at?: string;
};
type Waiting = { concerns: (frame: Frame) => boolean; settle: (frame: Frame | string) => void };

/** A phone in one room: the raw WebSocket, opened again for ever while it is wanted. */
export class RawLink {
  readonly had = new Map<string, number>();
  readonly #messages = new Map<string, WireMessage>();
  readonly #waiting = new Set<Waiting>();
  #socket: WebSocket | undefined;
  #connection = 0;
  #loading = false;
  #wanted = true;

  constructor(
    readonly who: number,
    readonly room: string,
    private readonly url: string,
    private readonly recorder: Recorder,
    /** Whether it reloads the whole room after every connection, as a phone that shows it does. */
    private readonly shows: boolean,
  ) {
    this.#open();
  }

  get connected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN && this.#connection > 0;
  }

  get messages(): ShownMessage[] {
    return [...this.#messages.values()].map(shown);
  }

  /** Whether it has reloaded all it wanted after its last connection. */
  get settled(): boolean {
    return this.connected && !this.#loading;
  }

  /** A phone whose person is out of the room stops trying. */
  want(wanted: boolean): void {
    const opens = wanted && !this.#wanted;
    this.#wanted = wanted;
    if (opens && this.#socket === undefined) this.#open();
  }

  close(): void {
    this.#wanted = false;
    this.#socket?.terminate();
  }

  async perform(action: Action, patience: number): Promise<Attempted> {
    if (action.do === "send" && action.client_id !== null) {
      const { client_id, content } = action;
      const echo = (frame: Frame) => typeof frame.message === "object" && frame.message.client_id === client_id;
      const answer = await this.#ask(
        { type: "chat_message", message: content, client_id },
        (frame) =>
          (frame.type === "chat_message" && echo(frame)) || (frame.type === "error" && frame.client_id === client_id),
        patience,
      );
      if (typeof answer === "string") return unknown(answer);
      if (answer.type === "error") return refused(answer.code ?? "no code");
      const { id, seq } = answer.message as WireMessage;
      return { outcome: "ok", result: { id, seq, content } };
    }
    if (action.do !== "read") throw new Error(`The raw protocol has no ${action.do}.`);
    const answer = await this.#ask(
      { type: "read_receipt", message_id: action.id },
      (frame) => frame.type === "read_receipt" && frame.user_id === this.who && this.#covers(frame, action),
      patience,
    );
    return typeof answer === "string" ? unknown(answer) : { outcome: "ok", result: {} };
  }

  #covers({ message_id = "" }: Frame, { id, seq }: { id: string; seq: number }): boolean {
    return message_id === id || (this.#messages.get(message_id)?.seq ?? 0) >= seq;
  }

  #ask(frame: object, concerns: Waiting["concerns"], patience: number): Promise<Frame | string> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.settle("no answer in time"), patience);
      const waiting: Waiting = {
        concerns,
        settle: (given) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve(given);
        },
      };
      this.#waiting.add(waiting);
      this.#socket?.send(JSON.stringify(frame));
    });
  }

  #open(): void {
    const socket = new WebSocket(`${this.url.replace("http", "ws")}`, { handshakeTimeout: 3000 });
    this.#socket = socket;
    socket.on("error", () => undefined);
    socket.on("message", (data: Buffer) => this.#hear(JSON.parse(data.toString("utf8")) as Frame));
    socket.once("close", () => {
      this.#connection = 0;
      this.#socket = undefined;
      for (const { settle } of [...this.#waiting]) settle("the connection closed");
      if (this.#wanted) setTimeout(() => this.#wanted && this.#socket === undefined && this.#open(), 300);
    });
  }

  #hear(frame: Frame): void {
    if (frame.type === "connection_established") {
      this.#connection = connectionNumber();
      if (this.shows) this.#reload();
    }
    this.#note(frame);
    if (typeof frame.message === "object") this.#keep(frame.message);
    for (const message of frame.messages ?? []) this.#keep(message);
    for (const { concerns, settle } of [...this.#waiting]) if (concerns(frame)) settle(frame);
  }

  /** The newest state wins: a page of history may be older than a frame that overtook it. */
  #keep(message: WireMessage): void {
    if (!this.had.has(message.id)) this.had.set(message.id, Date.now());
    const known = this.#messages.get(message.id);
    if (!known || known.modified_at <= message.modified_at) this.#messages.set(message.id, message);
  }

  /** What was deleted meanwhile is not in the history any more, so the list begins anew. */
  #reload(): void {
    this.#messages.clear();
    const connection = this.#connection;
    const page = async (before: string | undefined): Promise<void> => {
      const frame = { type: "history", limit: 100, ...(before !== undefined && { before }) };
      const answer = await this.#ask(frame, ({ type }) => type === "history" || type === "error", 5000);
      if (this.#connection !== connection) return;
      if (typeof answer === "string" || answer.type === "error") return void setTimeout(() => void again(before), 300);
      const oldest = answer.messages?.[0]?.id;
      if (answer.has_more && oldest !== undefined) await page(oldest);
      else this.#loading = false;
    };
    const again = async (before: string | undefined) => {
      if (this.#connection === connection) await page(before);
    };
    this.#loading = true;
    void page(undefined);
  }

  #note(frame: Frame): void {
    const by = { e: "heard", who: this.who, by: "raw", connection: this.#connection, how: "live" } as const;
    if (frame.type === "read_receipt") {
      const { message_id: id = null, user_id: user = null, read_at: moment = "" } = frame;
      return void this.recorder.note({
        ...by,
        events: [{ room: this.room, seq: null, type: "read_receipt", id, user, moment }],
      });
    }
    if (typeof frame.message !== "object") return;
    const { id, seq, sender, modified_at: moment } = frame.message;
    const created = frame.type === "chat_message";
    const event = { room: this.room, id, user: sender?.id ?? null, moment };
    this.recorder.note({
      ...by,
      events: [{ ...event, seq: created ? seq : null, type: created ? "message.created" : frame.type }],
    });
  }
}
