import { database } from "@/db/database";
import { selectPushDevices } from "@/db/queries/push-devices";
import { config } from "@/lib/config/config";
import type { PushDevice } from "@/lib/contract/push-device";
import { canMail } from "@/lib/mail/send-mail";
import { vapidKeys } from "@/lib/push/vapid-keys";
import type { Ctx } from "../ctx";
import { presentPushDevice } from "./present-push-device";

/** The public key of this house, and where the caller is notified. */
export async function getPush(ctx: Ctx): Promise<{ public_key: string; devices: PushDevice[]; mail: boolean }> {
  const rows = await selectPushDevices(database().db, ctx.userId);
  const { publicKey } = vapidKeys(config().AUTH_SECRET);
  return { public_key: publicKey, devices: rows.map((row) => presentPushDevice(ctx, row)), mail: canMail() };
}
