import { database } from "@/db/database";
import { updateUserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import { readUnsubscribeToken } from "./unsubscribe-token";

/** Ends the e-mails of whoever got this link; again changes nothing. Refuses with `not_found` a link that was not made here. */
export async function stopMail({ token }: { token: string }): Promise<Record<string, never>> {
  const user = readUnsubscribeToken(token);
  const row = user === null ? undefined : await updateUserRow(database().db, user, { mailAfter: null });
  if (!row) throw new ChatError("not_found", "This link is not complete. Open it from the e-mail once more.");
  return {};
}
