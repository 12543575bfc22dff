import type { QueryClient } from "@tanstack/react-query";
import type { Message, User } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { editRooms, putInTimelines } from "@/lib/client/apply-events";
import { changeRoom, withNewMessage } from "@/lib/client/room-list";
import { ask, chatSocket } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";

export type Outgoing = {
  client_id: string;
  room: string;
  content: string;
  sender: User;
  reply_to: Message["reply_to"];
  thread_root: string | null;
  created_at: string;
  state: "waiting" | "failed";
  error: string | null;
};

const SHELF = "aristay.outbox";
const RETRY_AFTER = 2_000;

/** What has been written and is not known to be stored yet. Kept on the device, so a dead battery loses nothing. */
export const outbox = createStore<Outgoing[]>([]);

function save(next: Outgoing[]): void {
  outbox.set(next);
  try {
    localStorage.setItem(SHELF, JSON.stringify(next));
  } catch {
    // A full or closed storage costs the copy on the device, never the send.
  }
}

export function restoreOutbox(me: number): void {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF) ?? "[]") as Outgoing[];
    outbox.set(kept.filter((entry) => entry.sender.id === me));
  } catch {
    outbox.set([]);
  }
}

export function enqueue(client: QueryClient, entry: Omit<Outgoing, "state" | "error" | "created_at">): void {
  save([...outbox.get(), { ...entry, created_at: new Date().toISOString(), state: "waiting", error: null }]);
  void flushOutbox(client);
}

export function retry(client: QueryClient, clientId: string): void {
  save(
    outbox.get().map((entry) => (entry.client_id === clientId ? { ...entry, state: "waiting", error: null } : entry)),
  );
  void flushOutbox(client);
}

export function discard(clientId: string): void {
  save(outbox.get().filter((entry) => entry.client_id !== clientId));
}

const busy = new Set<string>();

/** Sends what waits: rooms side by side, the messages of one room one after the other. */
export async function flushOutbox(client: QueryClient): Promise<void> {
  const rooms = new Set(
    outbox
      .get()
      .filter((entry) => entry.state === "waiting")
      .map((entry) => entry.room),
  );
  await Promise.all([...rooms].map((room) => flushRoom(client, room)));
}

async function flushRoom(client: QueryClient, room: string): Promise<void> {
  if (busy.has(room)) return;
  busy.add(room);
  try {
    for (;;) {
      const entry = outbox.get().find((waiting) => waiting.room === room && waiting.state === "waiting");
      if (!entry || !(await deliver(client, entry))) return;
    }
  } finally {
    busy.delete(room);
  }
}

/** Returns whether the next one may follow; an unknown outcome stops and is tried again with the same `client_id`. */
async function deliver(client: QueryClient, entry: Outgoing): Promise<boolean> {
  try {
    const message = await transmit(entry);
    putInTimelines(client, message, true);
    editRooms(client, (list) => changeRoom(list, entry.room, (item) => withNewMessage(item, message, entry.sender.id)));
    discard(entry.client_id);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.code !== "rate_limited") {
      save(
        outbox.get().map((e) => (e.client_id === entry.client_id ? { ...e, state: "failed", error: error.code } : e)),
      );
      return true;
    }
    if (navigator.onLine) setTimeout(() => void flushOutbox(client), RETRY_AFTER);
    return false;
  }
}

const MAY_BE_RETRIED = new Set(["unavailable", "timeout", "internal", "rate_limited"]);

async function transmit(entry: Outgoing): Promise<Message> {
  const body = {
    client_id: entry.client_id,
    room: entry.room,
    content: entry.content,
    ...(entry.reply_to ? { reply_to: entry.reply_to.id } : {}),
    ...(entry.thread_root ? { thread_root: entry.thread_root } : {}),
  };
  const socket = chatSocket();
  if (!socket.connected) return api.send(body);
  const answer = await ask("message:send", body);
  if (answer.ok) return answer.message;
  const { code, detail } = answer.error;
  throw new ApiError(MAY_BE_RETRIED.has(code) ? 503 : 400, code, detail);
}
