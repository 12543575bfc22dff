import type { Message } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { createStore } from "@/lib/client/store";

/** How long a deletion can be taken back. */
const GRACE = 5_000;

type Pending = { timer: ReturnType<typeof setTimeout>; act: () => void };
const pending = new Map<string, Pending>();
const leaving = createStore<ReadonlySet<string>>(new Set());

/** Who leaves the page has made up their mind. What is sent now must outlive the page, which the outbox cannot promise. */
function actAll(): void {
  for (const [id, { act }] of [...pending]) {
    finish(id, false);
    if (navigator.onLine) void api.removeOnLeaving(id).catch(() => undefined);
    else act();
  }
}

/** Shows the message as deleted at once and deletes it when the time to undo has passed, or the page is left. */
export function deleteLater(message: Message, act: () => void): void {
  if (pending.size === 0) window.addEventListener("pagehide", actAll);
  pending.set(message.id, { timer: setTimeout(() => finish(message.id, true), GRACE), act });
  leaving.set((now) => new Set([...now, message.id]));
}

export function undoDelete(message: string): void {
  finish(message, false);
}

export function useLeaving(message: string): boolean {
  return leaving.use((now) => now.has(message));
}

function finish(message: string, act: boolean): void {
  const entry = pending.get(message);
  if (!entry) return;
  clearTimeout(entry.timer);
  pending.delete(message);
  if (pending.size === 0) window.removeEventListener("pagehide", actAll);
  if (act) entry.act();
  leaving.set((now) => new Set([...now].filter((id) => id !== message)));
}
