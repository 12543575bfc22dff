import * as ops from "@/lib/contract/operations/rooms";
import { archiveRoom } from "@/lib/domain/rooms/archive-room";
import { createRoom } from "@/lib/domain/rooms/create-room";
import { getRoom } from "@/lib/domain/rooms/get-room";
import { leaveRoom } from "@/lib/domain/rooms/leave-room";
import { listRooms } from "@/lib/domain/rooms/list-rooms";
import { markRoomRead } from "@/lib/domain/rooms/mark-room-read";
import { roomStats } from "@/lib/domain/rooms/room-stats";
import { updateRoom } from "@/lib/domain/rooms/update-room";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const roomRoutes = [
  route(ops.listRoomsOp, async ({ ctx, query, url }) => pageEnvelope(await listRooms(ctx, query), query, url)),
  route(ops.createRoomOp, ({ ctx, body }) => createRoom(ctx, body)),
  route(ops.getRoomOp, ({ ctx, params }) => getRoom(ctx, params.id)),
  route(ops.updateRoomOp, ({ ctx, params, body }) => updateRoom(ctx, { id: params.id, ...body })),
  route(ops.deleteRoomOp, async ({ ctx, params }) => {
    await archiveRoom(ctx, { id: params.id, archived: true });
  }),
  route(ops.archiveRoomOp, ({ ctx, params }) => archiveRoom(ctx, { id: params.id, archived: true })),
  route(ops.unarchiveRoomOp, ({ ctx, params }) => archiveRoom(ctx, { id: params.id, archived: false })),
  route(ops.leaveRoomOp, async ({ ctx, params }) => {
    await leaveRoom(ctx, params.id);
    return { message: "Successfully left the room" };
  }),
  route(ops.markRoomReadOp, async ({ ctx, params, body }) => {
    await markRoomRead(ctx, { room: params.id, ...body });
    return { message: "Room marked as read" };
  }),
  route(ops.roomStatsOp, ({ ctx, params }) => roomStats(ctx, params.id)),
];
