import { database } from "@/db/database";
import { type NewPushDevice, putPushDevice } from "@/db/queries/push-devices";
import type { PushDevice } from "@/lib/contract/push-device";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentPushDevice } from "./present-push-device";

/** Where this session is notified from now on; the same again renews it. It ends with the session. */
export async function registerDevice(
  ctx: Ctx,
  given: Omit<NewPushDevice, "userId" | "sessionId">,
): Promise<PushDevice> {
  requirePermission(ctx, "devices.manage", { own: true });
  const { userId, sessionId } = ctx;
  const { row } = await database().db.transaction((tx) => putPushDevice(tx, { ...given, userId, sessionId }));
  return presentPushDevice(ctx, row);
}
