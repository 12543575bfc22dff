import { database } from "@/db/database";
import { selectSessions } from "@/db/queries/sessions";
import type { Session } from "@/lib/contract/session";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { accessPerson } from "../users/access-person";
import { presentSession } from "./present-session";

/** A person's signed-in devices, the last seen first: one's own, or for managers those of somebody not above them. */
export async function listSessions(
  ctx: Ctx,
  { user, page, page_size }: { user: number; page: number; page_size: number },
): Promise<{ count: number; results: Session[] }> {
  const { db } = database();
  if (user === ctx.userId) requirePermission(ctx, "devices.manage", { own: true });
  else await accessPerson(db, ctx, user, "people.devices");
  const { count, rows } = await selectSessions(db, user, { limit: page_size, offset: (page - 1) * page_size });
  return { count, results: rows.map((row) => presentSession(row, ctx.sessionId)) };
}
