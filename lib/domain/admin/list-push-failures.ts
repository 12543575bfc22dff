import { database } from "@/db/database";
import { type FailureRow, selectFailures } from "@/db/queries/push-records";
import type { PushFailure } from "@/lib/contract/push-record";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { requirePermission } from "../require-permission";

/** Notifications that did not reach their device, newest first. Refuses with `forbidden`. */
export async function listPushFailures(
  ctx: Ctx,
  { page, page_size }: { page: number; page_size: number },
): Promise<{ count: number; results: PushFailure[] }> {
  requirePermission(ctx, "push.manage");
  const { count, rows } = await selectFailures(database().db, { limit: page_size, offset: (page - 1) * page_size });
  return { count, results: rows.map(present) };
}

/** The subject of a delivery begins with what it is about; what follows is nothing that an administrator need know. */
function present({ id, at, user, platform, subject, status, reason, tries }: FailureRow): PushFailure {
  const about = subject.split(":", 1)[0] as PushFailure["about"];
  return { id, at: instant(at), user: presentUser(user), platform, about, status, reason: reason ?? "", tries };
}
