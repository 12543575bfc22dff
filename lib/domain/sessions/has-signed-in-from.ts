import { database } from "@/db/database";
import { selectHasSession } from "@/db/queries/sessions";
import { selectUserByLogin } from "@/db/queries/users";

/** Whether this person (username or e-mail address) came in from this address before. */
export async function hasSignedInFrom(username: string, address: string): Promise<boolean> {
  const { db } = database();
  const user = await selectUserByLogin(db, username);
  return user !== undefined && selectHasSession(db, user.id, address);
}
