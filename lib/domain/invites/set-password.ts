import { database } from "@/db/database";
import { deleteIdentities } from "@/db/queries/identities";
import { deletePin } from "@/db/queries/pins";
import { countUse, lockInviteByHash, selectInviteByHash } from "@/db/queries/invites";
import { revokeSessionRows } from "@/db/queries/sessions";
import { lockUser, updateUserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import { announceEnded } from "../sessions/end-sessions";
import { hashChosenPassword } from "../users/hash-chosen-password";
import { fitInvite } from "./fit-invite";
import { writtenCodeHash } from "../written-code";

/**
 * Sets a person's password by a link, which is used up; they are signed out everywhere. Refuses with `not_found`, also
 * when the account is closed or has risen above whoever made the link.
 */
export async function setPassword(
  { code, password }: { code: string; password: string },
  address: string,
): Promise<{ username: string }> {
  const hash = writtenCodeHash("invite", code);
  fitInvite(await selectInviteByHash(database().db, hash), "password");
  const passwordHash = await hashChosenPassword(password);
  const { username, ended } = await database().db.transaction(async (tx) => {
    const { invite, ...found } = fitInvite(await lockInviteByHash(tx, hash), "password");
    const person = await lockUser(tx, invite.userId ?? 0);
    if (!person?.isActive) throw new ChatError("not_found", "This account is closed.");
    fitInvite({ ...found, invite: { ...invite, role: person.role } }, "password");
    await updateUserRow(tx, person.id, { passwordHash });
    await countUse(tx, invite.id);
    await deleteIdentities(tx, person.id);
    await deletePin(tx, person.id);
    const sessions = await revokeSessionRows(tx, { userId: person.id }, "password_changed");
    await recordAudit(
      tx,
      { userId: person.id, username: person.username, address },
      {
        action: "person.password_set",
        target: { type: "person", id: person.id },
        details: { link_by: invite.createdById },
      },
    );
    return { username: person.username, ended: sessions };
  });
  announceEnded(ended, "password_changed");
  return { username };
}
