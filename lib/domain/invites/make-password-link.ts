import { database } from "@/db/database";
import { revokeInviteRows } from "@/db/queries/invites";
import type { MadeCode } from "@/lib/contract/invites";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { refuseOwn } from "../second-factor/refuse-own";
import { accessPerson } from "../users/access-person";
import { makeCode } from "./make-code";

const hours = 72;

/** A link by which a person sets a new password; earlier ones are taken back. Refuses with `forbidden`, `not_found`. */
export async function makePasswordLink(ctx: Ctx, id: number): Promise<MadeCode> {
  return database().db.transaction(async (tx) => {
    const { role } = await accessPerson(tx, ctx, id, "people.change");
    await refuseOwn(tx, ctx, id);
    await revokeInviteRows(tx, { userId: id });
    const { made } = await makeCode(tx, { kind: "password", userId: id, role, hours, createdById: ctx.userId });
    await recordAudit(tx, ctx, { action: "person.password_link_made", target: { type: "person", id } });
    return made;
  });
}
