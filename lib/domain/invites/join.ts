import { database } from "@/db/database";
import { countUse, lockInviteByHash, selectInviteByHash } from "@/db/queries/invites";
import { insertUser } from "@/db/queries/users";
import type { Me } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import { type AccountInput, accountValues } from "../users/account-values";
import { presentMe } from "../users/present-me";
import { refuseTaken } from "../users/refuse-taken";
import { fitInvite } from "./fit-invite";
import { writtenCodeHash } from "../written-code";

type Given = Pick<AccountInput, "email" | "first_name" | "last_name"> & {
  code: string;
  username: string;
  password: string;
};

/**
 * Makes an account by an invitation, with the role that it gives. A name that is taken uses nothing up. Refuses with
 * `not_found`, `conflict`.
 */
export async function join({ code, ...given }: Given, address: string): Promise<Me> {
  const hash = writtenCodeHash("invite", code);
  // Looked at before the password is hashed, which takes time: a wrong code must not cost any.
  fitInvite(await selectInviteByHash(database().db, hash), "join");
  const values = await accountValues(given);
  const work = () =>
    database().db.transaction(async (tx) => {
      const { invite } = fitInvite(await lockInviteByHash(tx, hash), "join");
      const { role, taskGroup } = invite;
      const row = await insertUser(tx, { ...values, username: given.username, role, taskGroup });
      await countUse(tx, invite.id);
      await recordAudit(
        tx,
        { userId: row.id, username: row.username, address },
        {
          action: "person.joined",
          target: { type: "person", id: row.id },
          details: { role, invite: invite.id, invited_by: invite.createdById },
        },
      );
      return row;
    });
  return presentMe(await refuseTaken(work));
}
