import { database } from "@/db/database";
import { insertSharedDevice } from "@/db/queries/shared-devices";
import { selectUser } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { TaskGroup } from "@/lib/contract/shapes";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { newDeviceToken } from "./device-token";
import { presentSharedDevice } from "./present-shared-device";

/** Makes a browser one of several people; its token is told once. Refuses with `forbidden`. */
export async function approveSharedDevice(
  ctx: Ctx,
  given: { name: string; task_group: TaskGroup },
): Promise<{ device: SharedDevice; token: string }> {
  requirePermission(ctx, "devices.share");
  const { token, tokenHash } = newDeviceToken();
  const device = await database().db.transaction(async (tx) => {
    const approver = await selectUser(tx, ctx.userId);
    if (!approver) throw new ChatError("not_found", "There is no such person.");
    const values = { name: given.name, taskGroup: given.task_group, tokenHash, approvedById: ctx.userId };
    const row = await insertSharedDevice(tx, values);
    await recordAudit(tx, ctx, {
      action: "device.approved",
      target: { type: "device", id: row.id },
      details: { name: row.name, task_group: row.taskGroup },
    });
    return presentSharedDevice(row, approver, row.id);
  });
  return { device, token };
}
