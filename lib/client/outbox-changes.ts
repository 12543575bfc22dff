import type { OutboxEntry, Outgoing } from "@/lib/client/outbox-entry";

/**
 * Everything that can happen to the outbox, as plain functions from one state to the next. The same function runs on
 * the copy on screen and inside a transaction on the device, so that two tabs agree without asking each other.
 */
export type OutboxChange = (all: readonly OutboxEntry[]) => readonly OutboxEntry[];

export const targetOf = (entry: OutboxEntry) => (entry.kind === "send" || entry.kind === "read" ? null : entry.target);

/** May still be changed: never tried, or refused for good. Otherwise an earlier form of it may be stored already. */
const isOpen = (entry: OutboxEntry) => !entry.tried || entry.state === "failed";

export const without = (all: readonly OutboxEntry[], gone: (entry: OutboxEntry) => boolean) =>
  all.some(gone) ? all.filter((entry) => !gone(entry)) : all;

export function patch(all: readonly OutboxEntry[], id: string, change: Partial<OutboxEntry>): readonly OutboxEntry[] {
  if (!all.some((entry) => entry.client_id === id)) return all;
  return all.map((entry) => (entry.client_id === id ? ({ ...entry, ...change } as OutboxEntry) : entry));
}

const AFRESH = { state: "waiting", error: null, tried: false } as const;

/** Adds what was composed, folded into what already waits where that comes to the same. */
export function compose(entry: OutboxEntry): OutboxChange {
  return (all) => {
    switch (entry.kind) {
      case "send":
        return append(all, entry);
      case "edit": {
        const same = all.find(
          (other) =>
            isOpen(other) &&
            ((other.kind === "send" && other.client_id === entry.target) ||
              (other.kind === "edit" && other.target === entry.target)),
        );
        return same
          ? patch(all, same.client_id, { ...AFRESH, content: entry.content, accept_warning: false })
          : append(all, entry);
      }
      case "delete": {
        const message = all.find((other) => other.kind === "send" && other.client_id === entry.target);
        if (message && isOpen(message)) return discard(message.client_id)(all);
        const rest = without(all, (other) => targetOf(other) === entry.target && isOpen(other));
        return rest.some((other) => other.kind === "delete" && other.target === entry.target)
          ? rest
          : append(rest, entry);
      }
      case "react": {
        const same = all.find(
          (other) =>
            other.kind === "react" && other.target === entry.target && other.emoji === entry.emoji && isOpen(other),
        );
        if (!same || same.kind !== "react") return append(all, entry);
        // There and back again is nothing to tell the server.
        return same.on === entry.on ? patch(all, same.client_id, AFRESH) : without(all, (other) => other === same);
      }
      case "read": {
        const marks = all.filter((other) => other.kind === "read" && other.room === entry.room);
        if (marks.some((mark) => mark.kind === "read" && mark.seq >= entry.seq)) return all;
        return append(
          without(all, (other) => marks.includes(other) && isOpen(other)),
          entry,
        );
      }
    }
  };
}

function append(all: readonly OutboxEntry[], entry: OutboxEntry): readonly OutboxEntry[] {
  return all.some((other) => other.client_id === entry.client_id) ? all : inOrder([...all, entry]);
}

export const retry =
  (id: string): OutboxChange =>
  (all) =>
    patch(all, id, AFRESH);

/** The house has warned of it, and it is meant so. */
export const sendAnyway =
  (id: string): OutboxChange =>
  (all) =>
    patch(all, id, { ...AFRESH, accept_warning: true });

export const discard =
  (id: string): OutboxChange =>
  (all) =>
    without(all, (entry) => entry.client_id === id || targetOf(entry) === id);

export const inOrder = (all: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  all.toSorted((a, b) => a.order - b.order || (a.client_id < b.client_id ? -1 : 1));

export const isMessage = (entry: OutboxEntry): entry is Outgoing => entry.kind === "send";
