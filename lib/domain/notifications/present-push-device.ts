import type { PushDeviceRow } from "@/db/queries/push-devices";
import type { PushDevice } from "@/lib/contract/push-device";
import type { Ctx } from "../ctx";
import { instant } from "../instant";

/** Never with its address: whoever knows that can be sent something there. */
export function presentPushDevice(ctx: Ctx, row: PushDeviceRow): PushDevice {
  return {
    id: row.id,
    kind: row.kind,
    platform: row.platform,
    created_at: instant(row.createdAt),
    accepted_at: instant(row.acceptedAt),
    failure: row.failure,
    current: row.sessionId === ctx.sessionId,
  };
}
