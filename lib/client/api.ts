import type { DirectoryUser, Me, Message, Property, Room, RoomListItem, Task } from "@/lib/contract/shapes";
import { ApiError } from "@/lib/client/api-error";

type Page<T> = { count: number; next: string | null; previous: string | null; results: T[] };
type Slice = { results: Message[]; has_more: boolean };
type Query = Record<string, string | number | boolean | undefined>;
type ErrorBody = { code?: string; detail?: string; error?: string; fields?: Record<string, string[]> };

async function call<T>(method: string, path: string, options: { query?: Query; body?: unknown } = {}): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const address = search.size > 0 ? `${path}?${search.toString()}` : path;
  const init: RequestInit = { method, headers: { Accept: "application/json" }, credentials: "same-origin" };
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
    init.headers = { Accept: "application/json", "Content-Type": "application/json" };
  }
  const response = await fetch(address, init).catch(() => {
    throw new ApiError(0, "offline", "offline");
  });
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const error = (body ?? {}) as ErrorBody;
    throw new ApiError(response.status, error.code ?? "unknown", error.detail ?? error.error ?? "", error.fields);
  }
  return body as T;
}

export type NewRoom = {
  room_type: "direct" | "group" | "task" | "property";
  participant_ids: number[];
  name?: string;
  task?: number;
  property?: number;
};

export type NewMessage = { client_id: string; room: string; content: string; reply_to?: string; thread_root?: string };

/** Every REST call that the pages make. Sends, reads and typing go over the socket while it is connected. */
export const api = {
  rooms: (query: { page?: number; page_size?: number; search?: string; unread?: boolean; room_type?: string }) =>
    call<Page<RoomListItem>>("GET", "/api/chat/rooms/", { query }),
  room: (id: string) => call<Room>("GET", `/api/chat/rooms/${id}/`),
  createRoom: (body: NewRoom) => call<Room>("POST", "/api/chat/rooms/", { body }),
  markRead: (room: string, seq: number) =>
    call<{ message: string }>("POST", `/api/chat/rooms/${room}/mark_read/`, { body: { seq } }),
  messages: (query: {
    room: string;
    limit: number;
    before?: string;
    after?: string;
    around?: string;
    thread_root?: string;
    ordering: string;
  }) => call<Slice>("GET", "/api/chat/messages/", { query: { ...query, include_deleted: true } }),
  message: (id: string) => call<Message>("GET", `/api/chat/messages/${id}/`),
  send: (body: NewMessage) => call<Message>("POST", "/api/chat/messages/", { body }),
  edit: (id: string, content: string) => call<Message>("PATCH", `/api/chat/messages/${id}/`, { body: { content } }),
  remove: (id: string) => call<undefined>("DELETE", `/api/chat/messages/${id}/`),
  react: (id: string, emoji: string) =>
    call<Message>("POST", `/api/chat/messages/${id}/reactions/`, { body: { emoji } }),
  unreact: (id: string, emoji: string) =>
    call<Message>("DELETE", `/api/chat/messages/${id}/reactions/${encodeURIComponent(emoji)}/`),
  pin: (id: string, on: boolean) => call<Message>("POST", `/api/chat/messages/${id}/${on ? "pin" : "unpin"}/`),
  people: (query: { search?: string; page?: number; page_size?: number }) =>
    call<Page<DirectoryUser>>("GET", "/api/users/", { query }),
  updateMe: (body: { locale?: string }) => call<Me>("PATCH", "/api/users/me/", { body }),
  tasks: (query: { status?: string; page?: number; page_size?: number }) =>
    call<Page<Task>>("GET", "/api/tasks/", { query }),
  task: (id: number) => call<Task>("GET", `/api/tasks/${id}/`),
  property: (id: number) => call<Property>("GET", `/api/properties/${id}/`),
  setUp: (body: { username: string; password: string; email: string; first_name: string; last_name: string }) =>
    call<unknown>("POST", "/api/setup/", { body }),
};
