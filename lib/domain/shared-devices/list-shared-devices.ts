import { database } from "@/db/database";
import { selectSharedDevices } from "@/db/queries/shared-devices";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { findSharedDevice } from "./find-shared-device";
import { presentSharedDevice } from "./present-shared-device";

/** Browsers that are approved for several people, the newest first. Refuses with `forbidden`. */
export async function listSharedDevices(
  ctx: Ctx,
  { page, page_size, token }: { page: number; page_size: number; token: string | undefined },
): Promise<{ count: number; results: SharedDevice[] }> {
  requirePermission(ctx, "devices.share");
  const here = await findSharedDevice(token);
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectSharedDevices(database().db, bounds);
  return { count, results: rows.map(({ device, approver }) => presentSharedDevice(device, approver, here?.id)) };
}
