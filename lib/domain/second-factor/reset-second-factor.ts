import { database } from "@/db/database";
import { deletePasskeysOf } from "@/db/queries/passkeys";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { revokeSessionRows } from "@/db/queries/sessions";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { announceEnded } from "../sessions/end-sessions";
import { accessPerson } from "../users/access-person";

const reason = "second_factor_reset";

/**
 * Takes the second factor and the passkeys of somebody who has lost theirs; they are signed out everywhere, and sign in with their password
 * alone. One's own is turned off with a code of it. Refuses with `forbidden`, `not_found`.
 */
export async function resetSecondFactor(ctx: Ctx, id: number): Promise<void> {
  const ended = await database().db.transaction(async (tx) => {
    await accessPerson(tx, ctx, id, "people.change");
    if (id === ctx.userId) throw new ChatError("forbidden", "Turn your own off in your settings.");
    const passkeys = await deletePasskeysOf(tx, id);
    if (!(await deleteSecondFactor(tx, id)) && passkeys === 0) return [];
    const sessions = await revokeSessionRows(tx, { userId: id }, reason);
    await recordAudit(tx, ctx, {
      action: "person.second_factor_reset",
      target: { type: "person", id },
      details: { passkeys },
    });
    return sessions;
  });
  announceEnded(ended, reason);
}
