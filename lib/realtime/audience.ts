import type { Connection } from "./connection";

/** So many sockets share a channel: one emit writes to them within a few milliseconds. */
const shardSize = 500;

/** Who hears a room on this node: its connections by person, and their channels of at most 500 sockets. */
export class Audience {
  readonly #members = new Map<number, Map<Connection, string>>();
  readonly #shards = new Map<string, number>();
  readonly #raw = new Set<Connection>();
  #made = 0;

  constructor(readonly room: string) {}

  get empty(): boolean {
    return this.#members.size === 0;
  }

  get users(): number[] {
    return [...this.#members.keys()];
  }

  get channels(): string[] {
    return [...this.#shards.keys()];
  }

  /** Connections that have no channels. */
  get raw(): Iterable<Connection> {
    return this.#raw;
  }

  get rawCount(): number {
    return this.#raw.size;
  }

  of(userId: number): Connection[] {
    return [...(this.#members.get(userId)?.keys() ?? [])];
  }

  has(connection: Connection): boolean {
    return this.#members.get(connection.ctx.userId)?.has(connection) ?? false;
  }

  add(connection: Connection): void {
    if (this.has(connection)) return;
    const mine = this.#members.get(connection.ctx.userId) ?? new Map<Connection, string>();
    this.#members.set(connection.ctx.userId, mine);
    if (connection.only !== null) {
      mine.set(connection, "");
      this.#raw.add(connection);
      return;
    }
    let channel: string | undefined;
    for (const [name, size] of this.#shards) if (size < shardSize) channel = name;
    channel ??= `room:${this.room}:${this.#made++}`;
    this.#shards.set(channel, (this.#shards.get(channel) ?? 0) + 1);
    mine.set(connection, channel);
    connection.join(channel);
  }

  delete(connection: Connection): void {
    const mine = this.#members.get(connection.ctx.userId);
    const channel = mine?.get(connection);
    if (!mine || channel === undefined) return;
    mine.delete(connection);
    if (mine.size === 0) this.#members.delete(connection.ctx.userId);
    if (this.#raw.delete(connection)) return;
    connection.quit(channel);
    const left = (this.#shards.get(channel) ?? 1) - 1;
    if (left > 0) this.#shards.set(channel, left);
    else this.#shards.delete(channel);
  }
}
