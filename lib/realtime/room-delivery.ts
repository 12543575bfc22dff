import type { Participant } from "@/lib/contract/shapes";
import { loadEvents } from "@/lib/domain/events/load-events";
import { founderIds } from "@/lib/events/founder-ids";
import type { PublishedEvent } from "@/lib/events/hint";
import { log } from "@/lib/log/log";
import { Audience } from "./audience";
import type { Connection } from "./connection";
import { emitEvents } from "./emit-events";
import { noteMoves } from "./note-moves";
import { connectionsOf } from "./people";

/** How long an event that jumps waits for those before it: commits finish in order, their callbacks need not. */
const gapPatience = 50;
const page = 200;
/** What the database did not give is asked for again after so long. */
const again = 300;

/** One room's live order on this node: every event strictly by `seq`, each once, to whoever is in the room at its place. */
export class RoomDelivery {
  readonly audience: Audience;
  /** Connections whose person comes in with a number that this node has not told yet. */
  readonly #waiting = new Map<Connection, number>();
  #toldSeq: number;
  #deliveredSeq: number;
  readonly #held = new Map<number, PublishedEvent>();
  #queue: PublishedEvent[] = [];
  #pumping = false;
  #gap: NodeJS.Timeout | undefined;
  #loading = false;

  constructor(
    readonly room: string,
    /** The log is told here from the number after this one on. */
    readonly since: number,
    private readonly onEmpty: (delivery: RoomDelivery) => void,
  ) {
    this.audience = new Audience(room);
    this.#deliveredSeq = since;
    this.#toldSeq = since;
  }

  /** How far the log was taken; the last of it may not have left yet. */
  get deliveredSeq(): number {
    return this.#deliveredSeq;
  }

  /** How far everybody here was told. */
  get toldSeq(): number {
    return this.#toldSeq;
  }

  get idle(): boolean {
    return !this.#pumping && this.audience.empty && this.#waiting.size === 0;
  }

  /** Whether the connection hears the room, or will with its person's coming. */
  hears(connection: Connection): boolean {
    return this.audience.has(connection) || this.#waiting.has(connection);
  }

  /** The connection hears the room from this number on, or from now on if that was told. */
  enter(connection: Connection, from: number): void {
    if (this.hears(connection)) return;
    if (from <= this.#toldSeq + 1) this.audience.add(connection);
    else this.#waiting.set(connection, from);
  }

  leave(connection: Connection): void {
    this.audience.delete(connection);
    this.#waiting.delete(connection);
    if (this.idle) this.onEmpty(this);
  }

  offer(events: PublishedEvent[]): void {
    noteMoves(events);
    for (const event of events) if (event.seq > this.#deliveredSeq) this.#held.set(event.seq, event);
    for (;;) {
      const next = this.#held.get(this.#deliveredSeq + 1);
      if (!next) break;
      this.#held.delete(next.seq);
      this.#deliveredSeq = next.seq;
      this.#queue.push(next);
    }
    if (this.#queue.length > 0 && !this.#pumping) void this.#pump();
    if (this.#held.size > 0 && !this.#gap) {
      this.#gap = setTimeout(() => {
        this.#gap = undefined;
        if (this.#held.size > 0) void this.catchUp();
      }, gapPatience);
      this.#gap.unref();
    }
  }

  /** Loads from the log what has not been delivered. */
  async catchUp(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      for (;;) {
        const events = await loadEvents(this.room, this.#deliveredSeq, page);
        this.offer(events);
        if (events.length < page) break;
      }
    } catch (error) {
      // The next sweep tries again.
      log.warn({ err: error, room: this.room }, "missed events could not be loaded");
    } finally {
      this.#loading = false;
    }
  }

  /** Whatever queued up while a batch was being emitted leaves together with the next one. */
  async #pump(): Promise<void> {
    this.#pumping = true;
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      try {
        await this.#deliver(batch);
      } catch (error) {
        // Clients see the gap and sync.
        log.error({ err: error, room: this.room }, "events could not be delivered");
      }
    }
    this.#pumping = false;
    if (this.idle) this.onEmpty(this);
  }

  /** The audience follows the log: a batch is cut where somebody comes in or goes, and nowhere else. */
  async #deliver(batch: PublishedEvent[]): Promise<void> {
    let pending: PublishedEvent[] = [];
    const flush = async () => {
      const events = pending;
      pending = [];
      await this.#tell(events);
    };
    for (const event of batch) {
      await this.#expect(event);
      if ([...this.#waiting.values()].some((from) => from <= event.seq)) await flush();
      pending.push(event);
      if (event.type !== "participant.left") continue;
      await flush();
      for (const connection of this.audience.of((event.data as Participant).user.id)) {
        this.audience.delete(connection);
        connection.removed(this.room);
      }
    }
    await flush();
  }

  /** Devices of whoever an event brings in hear the room from it on. */
  async #expect(event: PublishedEvent): Promise<void> {
    let userIds: number[] = [];
    if (event.type === "participant.joined") userIds = [(event.data as Participant).user.id];
    // The sweep brings in whom this does not.
    if (event.type === "room.created") userIds = await founderIds(this.room).catch(() => []);
    for (const userId of userIds) {
      for (const connection of connectionsOf(userId)) {
        if (connection.only === null) this.enter(connection, event.seq);
      }
    }
  }

  async #tell(events: PublishedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    // Until it succeeds: what came next would otherwise be told without it.
    while (!this.audience.empty) {
      try {
        await emitEvents(this.audience, events);
        break;
      } catch (error) {
        log.warn({ err: error, room: this.room }, "events wait to be delivered");
        await new Promise((resolve) => setTimeout(resolve, again).unref());
      }
    }
    this.#toldSeq = last.seq;
    for (const [connection, from] of this.#waiting) {
      if (from > last.seq + 1) continue;
      this.#waiting.delete(connection);
      this.audience.add(connection);
    }
  }
}
