import { randomUUID } from "node:crypto";
import { database } from "@/db/database";
import { selectPushDevices } from "@/db/queries/push-devices";
import type { Ctx } from "../ctx";
import { addDeliveries } from "./add-deliveries";

/** A notification to oneself, on all devices, in the way that all others go. */
export async function testPush(ctx: Ctx): Promise<{ devices: number }> {
  const subject = `test:${randomUUID()}`;
  return database().db.transaction(async (tx) => {
    const devices = await selectPushDevices(tx, ctx.userId);
    const due = devices.map(({ id }) => ({ device_id: id, user_id: ctx.userId, subject, delay: 0 }));
    await addDeliveries(tx, due);
    return { devices: devices.length };
  });
}
