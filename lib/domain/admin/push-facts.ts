import { database } from "@/db/database";
import { countPushDevices, selectDayOfPushes } from "@/db/queries/push-records";
import { config } from "@/lib/config/config";
import type { PushFacts } from "@/lib/contract/push-record";
import { canMail } from "@/lib/mail/send-mail";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** What came of the notifications of the last 24 hours. Refuses with `forbidden`. */
export async function pushFacts(ctx: Ctx): Promise<PushFacts> {
  requirePermission(ctx, "push.manage");
  const { db } = database();
  const [day, devices] = await Promise.all([selectDayOfPushes(db), countPushDevices(db)]);
  return { day, devices, phones: config().FCM_SERVICE_ACCOUNT !== null, mail: canMail() };
}
