import type { QueryClient } from "@tanstack/react-query";

/** Up to which number each room's durable events have been applied. */
export class SeqHeads {
  private readonly heads = new Map<string, number>();
  /** Rooms of whose timeline a part may have been missed: it is read afresh and not added to. */
  private readonly behind = new Set<string>();

  /** `next` takes the number; `old` was had before; `gap` means that one in between is missing. */
  take(room: string, seq: number): "next" | "old" | "gap" {
    const head = this.heads.get(room);
    if (head !== undefined && seq <= head) return "old";
    if (head !== undefined && seq > head + 1) return "gap";
    this.heads.set(room, seq);
    return "next";
  }

  /** A list read from the server already contains everything up to here; known rooms keep their place. */
  begin(room: string, seq: number): void {
    if (!this.heads.has(room)) this.heads.set(room, seq);
  }

  /** Goes on from here, whatever was before. */
  set(room: string, seq: number): void {
    this.heads.set(room, seq);
  }

  all(): [room: string, seq: number][] {
    return [...this.heads];
  }

  markBehind(room: string): void {
    this.behind.add(room);
  }

  isBehind(room: string): boolean {
    return this.behind.has(room);
  }

  caughtUp(room: string): void {
    this.behind.delete(room);
  }

  head(room: string): number | undefined {
    return this.heads.get(room);
  }

  forget(room: string): void {
    this.behind.delete(room);
    this.heads.delete(room);
  }

  clear(): void {
    this.heads.clear();
  }
}

const byClient = new WeakMap<QueryClient, SeqHeads>();

export function headsOf(client: QueryClient): SeqHeads {
  const held = byClient.get(client) ?? new SeqHeads();
  byClient.set(client, held);
  return held;
}
