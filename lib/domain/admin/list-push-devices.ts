import { database } from "@/db/database";
import { type AnyDeviceRow, type DeviceFilter, selectAnyDevices } from "@/db/queries/push-records";
import type { AnyPushDevice } from "@/lib/contract/push-record";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { requirePermission } from "../require-permission";

/** Every browser and phone that is notified. Refuses with `forbidden`. */
export async function listPushDevices(
  ctx: Ctx,
  { page, page_size, ...filter }: DeviceFilter & { page: number; page_size: number },
): Promise<{ count: number; results: AnyPushDevice[] }> {
  requirePermission(ctx, "push.manage");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectAnyDevices(database().db, filter, bounds);
  return { count, results: rows.map(present) };
}

function present({ id, user, kind, platform, address, failure, ...times }: AnyDeviceRow): AnyPushDevice {
  return {
    id,
    user: presentUser(user),
    platform,
    service: kind === "fcm" ? "FCM" : new URL(address).host,
    created_at: instant(times.created_at),
    accepted_at: instant(times.accepted_at),
    failed_at: instant(times.failed_at),
    failure,
  };
}
