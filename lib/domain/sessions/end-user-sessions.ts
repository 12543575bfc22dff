import { database } from "@/db/database";
import { selectSessionOwner } from "@/db/queries/sessions";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { accessPerson } from "../users/access-person";
import { endSessions } from "./end-sessions";

/** Signs one of a person's devices out, or all. Refuses with `forbidden`, `not_found`. */
export async function endUserSessions(ctx: Ctx, { user, session }: { user: number; session?: string }): Promise<void> {
  const { db } = database();
  await accessPerson(db, ctx, user, "people.devices");
  if (session === undefined) return endSessions({ userId: user }, "signed_out_by_manager");
  if ((await selectSessionOwner(db, session)) !== user) {
    throw new ChatError("not_found", "This person has no such device.");
  }
  await endSessions({ sessionIds: [session] }, "signed_out_by_manager");
}
