import type { Db } from "@/db/database";
import { selectWithSecondFactor } from "@/db/queries/second-factors";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";

/**
 * What managers may do to others' passwords they may not do to their own, once they have a second factor: it asks for no
 * code. Refuses with `forbidden`.
 */
export async function refuseOwn(tx: Db, { userId }: Ctx, id: number): Promise<void> {
  if (id !== userId || !(await selectWithSecondFactor(tx, [id])).has(id)) return;
  throw new ChatError("forbidden", "You have a second factor: change your own password in your settings.");
}
