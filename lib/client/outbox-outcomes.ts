import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { discard, type OutboxChange, patch, targetOf, without } from "@/lib/client/outbox-changes";

/** A try begins. */
export const begin =
  (id: string): OutboxChange =>
  (all) =>
    patch(all, id, { tried: true });

/** The server has it. What waits for a message by its `client_id` learns its id. */
export function settle(id: string, message?: string): OutboxChange {
  return (all) => {
    const rest = without(all, (entry) => entry.client_id === id);
    if (message === undefined || !rest.some((entry) => targetOf(entry) === id)) return rest;
    return rest.map((entry) => (targetOf(entry) === id ? ({ ...entry, target: message } as OutboxEntry) : entry));
  };
}

/** The server will never take it. A message that was refused keeps the newest text that it was given meanwhile. */
export function refuse(id: string, error: string): OutboxChange {
  return (all) => {
    const entry = all.find((other) => other.client_id === id);
    if (entry?.kind === "read") return without(all, (other) => other === entry);
    const after = patch(all, id, { state: "failed", error, tried: false });
    if (entry?.kind !== "send") return after;
    const dependants = after.filter((other) => targetOf(other) === id);
    if (dependants.some((other) => other.kind === "delete")) return discard(id)(after);
    const edit = dependants.findLast((other) => other.kind === "edit");
    const rest = without(after, (other) => targetOf(other) === id);
    return edit?.kind === "edit" ? patch(rest, id, { content: edit.content }) : rest;
  };
}

/** What leaves one after the other. A mark of reading waits for no message, nor the other way round. */
export const laneOf = (entry: OutboxEntry) => (entry.kind === "read" ? `read ${entry.room}` : entry.room);
