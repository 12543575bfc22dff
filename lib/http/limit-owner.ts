import type { Ctx } from "@/lib/domain/ctx";
import type { OwnersProof } from "@/lib/domain/second-factor/confirm-owner";
import { limitTries, type Tried } from "./limit-tries";

/** Whoever finds an open device must not be able to guess the password or a code (`otp`) on it. */
export function limitOwner<T>({ userId }: Ctx, { otp }: Partial<OwnersProof>, work: () => Promise<T>): Promise<T> {
  const by = ["invalid_input"] as const;
  const tried: Tried[] = [{ kind: "signIn", key: `password ${userId}`, by }];
  if (otp !== undefined) tried.push({ kind: "secondFactor", key: `own ${userId}`, by });
  return limitTries(tried, work);
}
