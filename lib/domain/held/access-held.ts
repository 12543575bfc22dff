import type { Db } from "@/db/database";
import { type HeldRow, selectHeld } from "@/db/queries/held-texts";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/**
 * The only door to somebody else's held text. Refuses with `forbidden` whoever is no moderator, wrote it themselves, or stands
 * below the one who did; with `not_found`, also once it was taken back.
 */
export async function accessHeld(db: Db, ctx: Ctx, id: string): Promise<HeldRow> {
  requirePermission(ctx, "reports.decide");
  const row = await selectHeld(db, id);
  if (!row) throw new ChatError("not_found", "There is no such text, or its writer has taken it back.");
  if (row.person.id === ctx.userId) throw new ChatError("forbidden", "This text is your own: somebody else decides.");
  requirePermission(ctx, "reports.decide", { role: row.person.role });
  return row;
}
