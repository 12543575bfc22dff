import { database } from "@/db/database";
import { selectHeldPage } from "@/db/queries/held-texts";
import type { HeldForModerators } from "@/lib/contract/held";
import type { Ctx } from "../ctx";
import { requireRole } from "../require-permission";
import { presentHeld } from "./present-held";

type Input = { status: "waiting" | "decided"; page: number; page_size: number };

/** What waits for moderators, or did; not what oneself or somebody above wrote. Refuses with `forbidden`. */
export async function listHeld(
  ctx: Ctx,
  { status, page, page_size }: Input,
): Promise<{ count: number; results: HeldForModerators[] }> {
  requireRole(ctx, "reports.decide");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectHeldPage(database().db, ctx, status, bounds);
  return { count, results: rows.map(presentHeld) };
}
