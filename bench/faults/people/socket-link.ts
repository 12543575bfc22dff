import { io, type Socket } from "socket.io-client";
import type { Action } from "../history/entry";
import type { Recorder } from "../history/recorder";
import { type Attempted, refused } from "./attempt";
import { connectionNumber } from "./connection-number";
import type { Rest } from "./rest";
import { Screen } from "./screen";
import { subjectOf, type SyncAnswer, type WireEvent, type WireMessage } from "./wire";

type Ack = { ok: boolean; error?: { code: string }; message?: WireMessage } & Partial<SyncAnswer>;

/**
 * How often (ms) it syncs although nothing seems to be missing, so that its cursor is never far behind. The product's own
 * client does it every minute, and is never told a thousand things a second.
 */
const refreshed = 8000;

/** A device on Socket.IO: connects for ever, syncs after every connection and gap, and shows what it has. */
export class SocketLink {
  readonly screen: Screen;
  /** When it first had a message. */
  readonly had = new Map<string, number>();
  readonly #socket: Socket;
  #connection = 0;
  #cursor: string | null = null;
  #syncing = false;
  #held: WireEvent[] = [];
  #closed = false;
  readonly #refresh = setInterval(() => void (this.#socket.connected && this.#sync()), refreshed);

  constructor(
    readonly who: number,
    private readonly rest: Rest,
    private readonly recorder: Recorder,
    token: string,
  ) {
    this.screen = new Screen(who);
    this.#socket = io(rest.url, {
      transports: ["websocket"],
      auth: { token },
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1000,
      timeout: 3000,
    });
    this.#socket.on("connect", () => {
      this.#connection = connectionNumber();
      void this.#sync();
    });
    // Refused by the server while its database is away: the library leaves the next try to its user.
    this.#socket.on("connect_error", () => {
      if (!this.#socket.active) setTimeout(() => this.#reconnect(), 500);
    });
    this.#socket.on("disconnect", (reason) => {
      if (reason === "io server disconnect") setTimeout(() => this.#reconnect(), 500);
    });
    this.#socket.on("events", (batch: WireEvent[]) => {
      this.#note("live", batch);
      this.#received(batch);
      if (this.#syncing) this.#held.push(...batch);
      else this.#take(batch);
    });
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Resolves once it is connected and knows where the log stands. */
  async started(): Promise<void> {
    while (this.#cursor === null) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async perform(action: Action, patience: number): Promise<Attempted> {
    const [name, payload] = commandOf(action);
    const ack = await this.#ask(name, payload, patience);
    if (!ack.ok) return refused(ack.error?.code ?? "no code");
    const { message } = ack;
    return { outcome: "ok", result: message ? { id: message.id, seq: message.seq, content: message.content } : {} };
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#refresh);
    this.#socket.disconnect();
  }

  #reconnect(): void {
    if (!this.#closed) this.#socket.connect();
  }

  #ask(name: string, payload: unknown, patience: number): Promise<Ack> {
    return this.#socket.timeout(patience).emitWithAck(name, payload) as Promise<Ack>;
  }

  #received(batch: WireEvent[]): void {
    for (const { type, data } of batch)
      if (type === "message.created" && data.id !== undefined && !this.had.has(data.id))
        this.had.set(data.id, Date.now());
  }

  #take(batch: WireEvent[]): void {
    if (!this.screen.apply(batch)) void this.#sync();
  }

  async #sync(): Promise<void> {
    if (this.#syncing) return;
    this.#syncing = true;
    try {
      for (let more = true; more && this.#socket.connected;) {
        const answer = await this.#ask("sync", { cursor: this.#cursor }, 4000);
        if (!answer.ok || answer.cursor === undefined) throw new Error(answer.error?.code);
        if (answer.reset) await this.#reload();
        this.#note("sync", answer.events ?? []);
        this.#received(answer.events ?? []);
        this.#take(answer.events ?? []);
        this.#cursor = answer.cursor;
        more = answer.has_more ?? false;
      }
    } catch {
      if (this.#socket.connected && !this.#closed) setTimeout(() => void this.#sync(), 300);
    } finally {
      this.#syncing = false;
      const held = this.#held;
      this.#held = [];
      if (held.length > 0) this.#take(held);
    }
  }

  async #reload(): Promise<void> {
    const { results } = await this.rest.insist<{ results: { id: string; last_seq: number }[] }>(
      "GET",
      "/api/chat/rooms/?page_size=100",
    );
    this.screen.clear();
    for (const { id, last_seq } of results) {
      const path = `/api/chat/messages/?room=${id}&ordering=created_at&include_deleted=true&limit=100`;
      const messages: WireMessage[] = [];
      for (let more = true; more;) {
        const after = messages.at(-1)?.id;
        const next = after === undefined ? path : `${path}&after=${after}`;
        const page = await this.rest.insist<{ results: WireMessage[]; has_more: boolean }>("GET", next);
        messages.push(...page.results);
        more = page.has_more;
      }
      this.screen.load(id, last_seq, messages);
    }
  }

  #note(how: "live" | "sync", batch: WireEvent[]): void {
    if (batch.length === 0) return;
    const events = batch.map((event) => ({
      room: event.room,
      seq: event.seq ?? null,
      type: event.type,
      ...subjectOf(event),
      moment: event.at,
    }));
    this.recorder.note({ e: "heard", who: this.who, by: "socket", connection: this.#connection, how, events });
  }
}

function commandOf(action: Action): [name: string, payload: unknown] {
  switch (action.do) {
    case "send":
      return ["message:send", { client_id: action.client_id, room: action.room, content: action.content }];
    case "edit":
      return ["message:edit", { id: action.id, content: action.content }];
    case "delete":
      return ["message:delete", { id: action.id }];
    case "react":
      return ["reaction:set", { id: action.id, emoji: action.emoji, on: action.on }];
    case "read":
      return ["read", { room: action.room, seq: action.seq }];
    default:
      throw new Error(`Socket.IO has no ${action.do}.`);
  }
}
