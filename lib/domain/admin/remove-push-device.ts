import { database } from "@/db/database";
import { takePushDevice } from "@/db/queries/push-records";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** Notifies somebody's device no more. Refuses with `forbidden`, `not_found`. */
export async function removePushDevice(ctx: Ctx, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "push.manage");
  await database().db.transaction(async (tx) => {
    const taken = await takePushDevice(tx, id);
    if (!taken) throw new ChatError("not_found", "There is no such device. It may have gone by itself.");
    await recordAudit(tx, ctx, {
      action: "person.push_device_removed",
      target: { type: "person", id: taken.user_id },
      details: { platform: taken.platform },
    });
  });
}
