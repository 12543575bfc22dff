import { database } from "@/db/database";
import { selectUserByLogin, type UserRow } from "@/db/queries/users";
import { verifyPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";

/** Username or e-mail address, and password. Same time and words whether or not the person exists. */
export async function checkCredentials({
  username,
  password,
}: {
  username: string;
  password: string;
}): Promise<UserRow> {
  const user = await selectUserByLogin(database().db, username.trim());
  const right = await verifyPassword(user?.passwordHash, password);
  if (!user?.isActive || !right) throw new ChatError("bad_credentials", "The username or password is wrong.");
  return user;
}
