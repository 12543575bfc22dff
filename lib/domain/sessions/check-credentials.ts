import { database } from "@/db/database";
import { selectUserByLogin, type UserRow } from "@/db/queries/users";
import { verifyPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";
import { takeOtp } from "../second-factor/take-otp";

export type Credentials = { username: string; password: string; otp?: string | undefined; address: string };

/**
 * Username or e-mail address, and password; a code too where the person has a second factor. Same time and words whether
 * or not the person exists: of the second factor hears only who knows the password. Refuses with `bad_credentials`,
 * `otp_required`, `otp_wrong`.
 */
export async function checkCredentials({ username, password, otp, address }: Credentials): Promise<UserRow> {
  const { db } = database();
  const user = await selectUserByLogin(db, username.trim());
  const right = await verifyPassword(user?.passwordHash, password);
  if (!user?.isActive || !right) throw new ChatError("bad_credentials", "The username or password is wrong.");
  const owner = { userId: user.id, username: user.username, address };
  const vouched = await db.transaction((tx) => takeOtp(tx, owner, otp));
  if (vouched === "missing") {
    throw new ChatError("otp_required", "Give a code of your authenticator app, or a recovery code, as otp.");
  }
  if (vouched === "wrong") {
    throw new ChatError("otp_wrong", "This code is wrong, or was used before. Wait for the next one.");
  }
  return user;
}
