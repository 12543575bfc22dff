import type { Db } from "@/db/database";
import { lockUser, type UserRow } from "@/db/queries/users";
import { verifyPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { takeOtp } from "./take-otp";

export type OwnersProof = { current_password: string; otp?: string };

/**
 * That it is the owner who asks, and not whoever found an open device: their password, and a code of their second factor
 * if they have one. Refuses with `invalid_input`, which names `current_password` or `otp`.
 */
export async function confirmOwner(tx: Db, ctx: Ctx, { current_password, otp }: OwnersProof): Promise<UserRow> {
  const row = await lockUser(tx, ctx.userId);
  if (!row || !(await verifyPassword(row.passwordHash, current_password))) {
    throw wrong("The current password is wrong.", "current_password", "It is wrong.");
  }
  const vouched = await takeOtp(tx, ctx, otp);
  if (vouched === "missing") {
    throw wrong("Give a code of your authenticator app, or a recovery code.", "otp", "It is required.");
  }
  if (vouched === "wrong") throw wrongOtp();
  return row;
}

export const wrongOtp = () =>
  wrong("This code is wrong, or was used before. Wait for the next one.", "otp", "It is wrong.");

const wrong = (message: string, field: string, reason: string) =>
  new ChatError("invalid_input", message, { fields: { [field]: [reason] } });
