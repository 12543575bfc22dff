import type { Participant } from "@/lib/contract/shapes";
import { loadEvents } from "@/lib/domain/events/load-events";
import { memberIds } from "@/lib/events/member-ids";
import type { PublishedEvent } from "@/lib/events/hint";
import { log } from "@/lib/log/log";
import { Audience } from "./audience";
import type { Connection } from "./connection";
import { emitEvents } from "./emit-events";
import { connectionsOf } from "./people";

/** How long an event that jumps waits for those before it: commits finish in order, their callbacks need not. */
const gapPatience = 50;
const page = 200;

/** One room's live order on this node: every event strictly by `seq`, each once. */
export class RoomDelivery {
  readonly audience: Audience;
  #deliveredSeq: number;
  readonly #held = new Map<number, PublishedEvent>();
  #queue: PublishedEvent[] = [];
  #pumping = false;
  #gap: NodeJS.Timeout | undefined;
  #loading = false;

  constructor(
    readonly room: string,
    deliveredSeq: number,
    private readonly onEmpty: (delivery: RoomDelivery) => void,
  ) {
    this.audience = new Audience(room);
    this.#deliveredSeq = deliveredSeq;
  }

  get deliveredSeq(): number {
    return this.#deliveredSeq;
  }

  get idle(): boolean {
    return !this.#pumping && this.audience.empty;
  }

  leave(connection: Connection): void {
    this.audience.delete(connection);
    if (this.idle) this.onEmpty(this);
  }

  offer(events: PublishedEvent[]): void {
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
    try {
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
    } finally {
      this.#pumping = false;
      if (this.idle) this.onEmpty(this);
    }
  }

  /** The audience follows the log: a batch is cut where somebody comes in or goes, and nowhere else. */
  async #deliver(batch: PublishedEvent[]): Promise<void> {
    let pending: PublishedEvent[] = [];
    const flush = async () => {
      const events = pending;
      pending = [];
      if (events.length > 0) await emitEvents(this.audience, events);
    };
    for (const event of batch) {
      if (event.type === "room.created") {
        for (const userId of await memberIds(this.room)) this.#admit(userId);
      } else if (event.type === "participant.joined") {
        const { user } = event.data as Participant;
        if (this.#absent(user.id).length > 0) {
          await flush();
          this.#admit(user.id);
        }
      }
      pending.push(event);
      if (event.type !== "participant.left") continue;
      await flush();
      const { user } = event.data as Participant;
      for (const connection of this.audience.of(user.id)) {
        this.audience.delete(connection);
        connection.removed(this.room);
      }
    }
    await flush();
  }

  #absent(userId: number): Connection[] {
    return [...connectionsOf(userId)].filter((c) => c.only === null && !this.audience.has(c));
  }

  #admit(userId: number): void {
    for (const connection of this.#absent(userId)) this.audience.add(connection);
  }
}
