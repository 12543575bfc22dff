import { database } from "@/db/database";
import { countRecoveryCodes, selectSecondFactor } from "@/db/queries/second-factors";
import type { SecondFactor } from "@/lib/contract/second-factor";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { instant } from "../instant";

/** Whether the caller has a second factor, and how many recovery codes are left. */
export async function getSecondFactor(ctx: Ctx): Promise<SecondFactor> {
  requirePermission(ctx, "account.secure", { own: true });
  const { db } = database();
  const row = await selectSecondFactor(db, ctx.userId);
  if (!row?.confirmedAt) return { enabled: false, since: null, recovery_codes_left: 0 };
  const left = await countRecoveryCodes(db, ctx.userId);
  return { enabled: true, since: instant(row.confirmedAt), recovery_codes_left: left };
}
