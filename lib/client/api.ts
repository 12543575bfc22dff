import type { Message } from "@/lib/contract/shapes";
import type { CallInput, Calls } from "@/lib/contract/operations/calls";
import { call } from "@/lib/client/call";
import { request } from "@/lib/client/request";

type Query<N extends keyof Calls> = NonNullable<CallInput<Calls[N]> extends { query?: infer Q } ? Q : never>;
type Body<N extends keyof Calls> = NonNullable<CallInput<Calls[N]> extends { body?: infer B } ? B : never>;

export type NewRoom = Body<"POST /api/chat/rooms/">;
export type NewMessage = Body<"POST /api/chat/messages/"> & { client_id: string };

type SliceQuery = Query<"GET /api/chat/messages/"> & { limit: number };
type Slice = { results: Message[]; has_more: boolean };

/** Every REST call that the pages make. Sends, reads and typing go over the socket while it is connected. */
export const api = {
  rooms: (query: Query<"GET /api/chat/rooms/">) => call("GET /api/chat/rooms/", { query }),
  room: (id: string) => call("GET /api/chat/rooms/{id}/", { params: { id } }),
  createRoom: (body: NewRoom) => call("POST /api/chat/rooms/", { body }),
  markRead: (id: string, seq: number) =>
    call("POST /api/chat/rooms/{id}/mark_read/", { params: { id }, body: { seq } }),
  messages: async (query: SliceQuery) => {
    const answer = await call("GET /api/chat/messages/", { query: { ...query, include_deleted: true } });
    // A page comes to those alone who give no limit.
    return answer as Slice;
  },
  message: (id: string) => call("GET /api/chat/messages/{id}/", { params: { id } }),
  send: (body: NewMessage) => call("POST /api/chat/messages/", { body }),
  edit: (id: string, body: { content: string; accept_warning?: boolean }) =>
    call("PATCH /api/chat/messages/{id}/", { params: { id }, body }),
  remove: (id: string) => call("DELETE /api/chat/messages/{id}/", { params: { id } }),
  /** The same, on its way even when the page is gone; nobody is left to hear the answer. */
  removeOnLeaving: (id: string) => request(`/api/chat/messages/${id}/`, { method: "DELETE", keepalive: true }),
  react: (id: string, emoji: string) =>
    call("POST /api/chat/messages/{id}/reactions/", { params: { id }, body: { emoji } }),
  unreact: (id: string, emoji: string) =>
    call("DELETE /api/chat/messages/{id}/reactions/{emoji}/", { params: { id, emoji } }),
  removeLinkPreview: (id: string) => call("DELETE /api/chat/messages/{id}/link_preview/", { params: { id } }),
  uploadLimits: () => call("GET /api/chat/attachments/limits/", {}),
  finishUpload: (id: string, body: Body<"POST /api/chat/uploads/{id}/finish/">) =>
    call("POST /api/chat/uploads/{id}/finish/", { params: { id }, body }),
  pin: (id: string, on: boolean) => call(`POST /api/chat/messages/{id}/${on ? "pin" : "unpin"}/`, { params: { id } }),
  people: (query: Query<"GET /api/users/">) => call("GET /api/users/", { query }),
  updateMe: (body: Body<"PATCH /api/users/me/">) => call("PATCH /api/users/me/", { body }),
  tasks: (query: Query<"GET /api/tasks/">) => call("GET /api/tasks/", { query }),
  task: (id: number) => call("GET /api/tasks/{id}/", { params: { id } }),
  property: (id: number) => call("GET /api/properties/{id}/", { params: { id } }),
  setUp: (body: Body<"POST /api/setup/">) => call("POST /api/setup/", { body }),
};
