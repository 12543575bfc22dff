import { database } from "@/db/database";
import { selectInvites } from "@/db/queries/invites";
import type { Invite } from "@/lib/contract/invites";
import type { Ctx } from "../ctx";
import { requireRole } from "../require-permission";
import { presentInvite } from "./present-invite";

/** Every invitation to join, the newest first. Refuses with `forbidden`. */
export async function listInvites(
  ctx: Ctx,
  { page, page_size }: { page: number; page_size: number },
): Promise<{ count: number; results: Invite[] }> {
  requireRole(ctx, "people.invite");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectInvites(database().db, bounds);
  return { count, results: rows.map(presentInvite) };
}
