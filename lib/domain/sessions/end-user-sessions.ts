import { database } from "@/db/database";
import { revokeSessionRows, selectSessionOwner } from "@/db/queries/sessions";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { accessPerson } from "../users/access-person";
import { announceEnded } from "./end-sessions";

/** Signs one of a person's devices out, or all. Refuses with `forbidden`, `not_found`. */
export async function endUserSessions(ctx: Ctx, { user, session }: { user: number; session?: string }): Promise<void> {
  const ended = await database().db.transaction(async (tx) => {
    await accessPerson(tx, ctx, user, "people.devices");
    if (session !== undefined && (await selectSessionOwner(tx, session)) !== user) {
      throw new ChatError("not_found", "This person has no such device.");
    }
    const which = session === undefined ? { userId: user } : { sessionIds: [session] };
    const ids = await revokeSessionRows(tx, which, "signed_out_by_manager");
    const target = { type: "person", id: user } as const;
    if (ids.length > 0) {
      await recordAudit(tx, ctx, { action: "person.signed_out", target, details: { devices: ids.length } });
    }
    return ids;
  });
  announceEnded(ended, "signed_out_by_manager");
}
