import { z } from "zod";
import { id, room, roomListItem, roomType, time, whoWritesIn } from "@/lib/contract/shapes";
import { flagText, pageOf, pageQuery, roomParams, text } from "./inputs";
import { operation } from "./operation";

const errors = ["not_participant", "not_found"] as const;
const adminErrors = [...errors, "forbidden"] as const;
const said = z.object({ message: z.string() });

export const listRoomsOp = operation({
  id: "listRooms",
  method: "GET",
  path: "/api/chat/rooms/",
  summary: "The caller's rooms, newest activity first",
  query: z.strictObject({
    ...pageQuery,
    room_type: roomType.exactOptional(),
    search: text(200).exactOptional(),
    unread: flagText.exactOptional(),
    include_archived: flagText.exactOptional(),
  }),
  status: 200,
  response: pageOf(roomListItem),
  auth: "bearer",
  errors: ["not_found"],
});

export const createRoomOp = operation({
  id: "createRoom",
  method: "POST",
  path: "/api/chat/rooms/",
  rate: "create_room",
  summary: "Make a room; for the same pair the one direct room that exists",
  body: z.strictObject({
    room_type: roomType.default("direct"),
    participant_ids: z.array(id).max(1000),
    name: text(255).nullable().exactOptional(),
    description: text(2000).nullable().exactOptional(),
    task: id.nullable().exactOptional(),
    property: id.nullable().exactOptional(),
  }),
  status: 201,
  response: room,
  auth: "bearer",
  errors: ["forbidden", "blocked", "filter_refused"],
});

export const getRoomOp = operation({
  id: "getRoom",
  method: "GET",
  path: "/api/chat/rooms/{id}/",
  summary: "One room, archived ones too",
  params: roomParams,
  status: 200,
  response: room,
  auth: "bearer",
  errors,
});

export const updateRoomOp = operation({
  id: "updateRoom",
  method: "PATCH",
  path: "/api/chat/rooms/{id}/",
  summary: "Change name or description, and who may write",
  params: roomParams,
  body: z.strictObject({
    name: text(255).exactOptional(),
    description: text(2000).exactOptional(),
    who_writes: whoWritesIn.exactOptional(),
  }),
  status: 200,
  response: room,
  auth: "bearer",
  errors: [...adminErrors, "room_archived", "blocked", "filter_refused"],
});

export const deleteRoomOp = operation({
  id: "deleteRoom",
  method: "DELETE",
  path: "/api/chat/rooms/{id}/",
  summary: "The same as archiving: nothing is erased",
  params: roomParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: adminErrors,
});

export const archiveRoomOp = operation({
  id: "archiveRoom",
  method: "POST",
  path: "/api/chat/rooms/{id}/archive/",
  summary: "Archive a room",
  params: roomParams,
  status: 200,
  response: room,
  auth: "bearer",
  errors: adminErrors,
});

export const unarchiveRoomOp = operation({
  id: "unarchiveRoom",
  method: "POST",
  path: "/api/chat/rooms/{id}/unarchive/",
  summary: "Take a room out of the archive",
  params: roomParams,
  status: 200,
  response: room,
  auth: "bearer",
  errors: adminErrors,
});

export const leaveRoomOp = operation({
  id: "leaveRoom",
  method: "POST",
  path: "/api/chat/rooms/{id}/leave/",
  summary: "Leave a room",
  params: roomParams,
  status: 200,
  response: said,
  auth: "bearer",
  errors: [...errors, "last_admin"],
});

export const markRoomReadOp = operation({
  id: "markRoomRead",
  method: "POST",
  path: "/api/chat/rooms/{id}/mark_read/",
  summary: "Read a room to its end, or up to a number",
  params: roomParams,
  body: z.strictObject({ seq: z.int().min(0).exactOptional() }),
  status: 200,
  response: said,
  auth: "bearer",
  errors,
});

export const roomStatsOp = operation({
  id: "roomStats",
  method: "GET",
  path: "/api/chat/rooms/{id}/stats/",
  summary: "Counts of a room",
  params: roomParams,
  status: 200,
  response: z.object({
    message_count: z.int(),
    participant_count: z.int(),
    unread_count: z.int(),
    last_message_at: time.nullable(),
  }),
  auth: "bearer",
  errors,
});
