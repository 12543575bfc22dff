import { database } from "@/db/database";
import { selectInviteByHash } from "@/db/queries/invites";
import { selectUser } from "@/db/queries/users";
import type { OpenedCode } from "@/lib/contract/invites";
import { briefOf } from "../users/present-me";
import { fitInvite } from "./fit-invite";
import { writtenCodeHash } from "../written-code";

/** What a code lets one do. Refuses with `not_found`. */
export async function openCode({ code }: { code: string }): Promise<OpenedCode> {
  const { db } = database();
  const { invite, maker } = fitInvite(await selectInviteByHash(db, writtenCodeHash("invite", code)));
  const person = invite.userId === null ? undefined : await selectUser(db, invite.userId);
  const { kind, role } = invite;
  return { kind, role, username: person?.username ?? null, invited_by: briefOf(maker).full_name };
}
