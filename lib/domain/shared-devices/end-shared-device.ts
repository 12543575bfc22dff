import { database } from "@/db/database";
import { revokeSessionRows } from "@/db/queries/sessions";
import { revokeSharedDevice } from "@/db/queries/shared-devices";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { announceEnded } from "../sessions/end-sessions";

/** From now on no PIN opens anything there, and who came in by one is out. Refuses with `forbidden`, `not_found`. */
export async function endSharedDevice(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "devices.share");
  const ended = await database().db.transaction(async (tx) => {
    const found = await revokeSharedDevice(tx, id);
    if (!found) throw new ChatError("not_found", "There is no such device.");
    if (!found.ended) return [];
    const sessions = await revokeSessionRows(tx, { sharedDeviceId: id }, "device_revoked");
    const target = { type: "device", id } as const;
    await recordAudit(tx, ctx, { action: "device.revoked", target, details: { name: found.device.name } });
    return sessions;
  });
  announceEnded(ended, "device_revoked");
}
