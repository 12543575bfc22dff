import type { Db } from "@/db/database";
import {
  countRecoveryCodes,
  type SecondFactorRow,
  selectSecondFactor,
  spendRecoveryCode,
  takeStep,
} from "@/db/queries/second-factors";
import { openSecret } from "@/lib/auth/sealed-secret";
import { totpStep } from "@/lib/auth/totp";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { writtenCodeHash } from "../written-code";

type Owner = Pick<Ctx, "userId" | "username" | "address">;

/**
 * Whether somebody's second factor vouches for them: `none` is needed, `missing`, `wrong` or `right`. A right code is
 * used up by it, that of the app as well as one of the recovery codes.
 */
export async function takeOtp(
  tx: Db,
  owner: Owner,
  otp: string | undefined,
): Promise<"none" | "missing" | "wrong" | "right"> {
  const row = await selectSecondFactor(tx, owner.userId);
  if (!row?.confirmedAt) return "none";
  if (otp === undefined) return "missing";
  const right = (await takeAppCode(tx, row, otp)) || (await takeRecoveryCode(tx, owner, otp));
  return right ? "right" : "wrong";
}

/** A code of the authenticator app, once: neither it nor an older one is taken again. */
export async function takeAppCode(tx: Db, { userId, secret }: SecondFactorRow, otp: string): Promise<boolean> {
  const opened = openSecret(secret, String(userId));
  const step = opened && totpStep(opened, otp.replace(/\s/g, ""));
  return step !== undefined && (await takeStep(tx, userId, step));
}

async function takeRecoveryCode(tx: Db, owner: Owner, otp: string): Promise<boolean> {
  if (!(await spendRecoveryCode(tx, owner.userId, writtenCodeHash("recovery", otp)))) return false;
  const target = { type: "person", id: owner.userId } as const;
  const details = { left: await countRecoveryCodes(tx, owner.userId) };
  await recordAudit(tx, owner, { action: "person.recovery_code_used", target, details });
  return true;
}
