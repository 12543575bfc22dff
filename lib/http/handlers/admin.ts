import * as ops from "@/lib/contract/operations/admin";
import * as push from "@/lib/contract/operations/push-records";
import { getSettings } from "@/lib/domain/admin/get-settings";
import { importPeople } from "@/lib/domain/admin/import-people";
import { listAccounts } from "@/lib/domain/admin/list-accounts";
import { listAllRooms } from "@/lib/domain/admin/list-all-rooms";
import { listPushDevices } from "@/lib/domain/admin/list-push-devices";
import { listPushFailures } from "@/lib/domain/admin/list-push-failures";
import { manageRoom } from "@/lib/domain/admin/manage-room";
import { pushFacts } from "@/lib/domain/admin/push-facts";
import { removePushDevice } from "@/lib/domain/admin/remove-push-device";
import { systemState } from "@/lib/domain/admin/system-state";
import { updateSettings } from "@/lib/domain/admin/update-settings";
import { exportAudit } from "@/lib/domain/audit/export-audit";
import { allConnections, connectedUsers } from "@/lib/realtime/people";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const adminRoutes = [
  route(ops.listAccountsOp, async ({ ctx, query, url }) => pageEnvelope(await listAccounts(ctx, query), query, url)),
  route(ops.importPeopleOp, ({ ctx, body }) => importPeople(ctx, body)),
  route(ops.listAllRoomsOp, async ({ ctx, query, url }) => pageEnvelope(await listAllRooms(ctx, query), query, url)),
  route(ops.manageRoomOp, ({ ctx, params, body }) => manageRoom(ctx, { id: params.id, archived: body.archived })),
  route(ops.exportAuditOp, async ({ ctx, query }) => {
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit.csv"',
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    };
    return new Response(await exportAudit(ctx, query), { headers });
  }),
  route(ops.systemStateOp, ({ ctx }) =>
    systemState(ctx, { sockets: [...allConnections()].length, people: connectedUsers().length }),
  ),
  route(push.pushFactsOp, ({ ctx }) => pushFacts(ctx)),
  route(push.listPushDevicesOp, async ({ ctx, query, url }) =>
    pageEnvelope(await listPushDevices(ctx, query), query, url),
  ),
  route(push.removePushDeviceOp, ({ ctx, params }) => removePushDevice(ctx, params)),
  route(push.listPushFailuresOp, async ({ ctx, query, url }) =>
    pageEnvelope(await listPushFailures(ctx, query), query, url),
  ),
  route(ops.getSettingsOp, ({ ctx }) => getSettings(ctx)),
  route(ops.updateSettingsOp, ({ ctx, body }) => updateSettings(ctx, body)),
];
