import { hasSignedInFrom } from "@/lib/domain/sessions/has-signed-in-from";
import { asChatError } from "@/lib/errors/as-chat-error";
import { log } from "@/lib/log/log";
import { limitTries } from "./limit-tries";
import { giveBack, type RateKind, spend } from "./rate-limits";

/**
 * Signs somebody in by `work`, and counts it if the password or code is wrong: by name and address, by address, and by name
 * from wherever. Refuses with `rate_limited`.
 */
export async function countedSignIn<T>(
  { username, address, otp }: { username: string; address: string; otp?: string | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const name = username.trim().toLowerCase();
  const counts: [RateKind, string][] = [
    ["signIn", `${address} ${name}`],
    ["signInAddress", address],
    ["signInPerson", name],
  ];
  // Counted before the password is looked at, so that a hundred tries at once are a hundred tries.
  for (const [kind, key] of counts) {
    try {
      await spend(kind, key);
    } catch (refused) {
      // Whoever tries somebody's password from many places must not keep them out of their own.
      if (kind === "signInPerson" && (await hasSignedInFrom(name, address))) continue;
      log.warn({ address, limit: kind }, "a sign-in was refused unseen: too many failed");
      throw refused;
    }
  }
  let failed = false;
  try {
    if (otp === undefined) return await work();
    // Whoever gives a wrong code knows the password: few are enough, from wherever they come. Nobody else can use them up.
    return await limitTries([{ kind: "secondFactor", key: name, by: ["otp_wrong"] }], work);
  } catch (thrown) {
    failed = ["bad_credentials", "otp_wrong"].includes(asChatError(thrown).code);
    // Not the name: people type their password there by mistake.
    if (failed) log.warn({ address }, "a sign-in failed");
    throw thrown;
  } finally {
    if (!failed) await Promise.all(counts.map(([kind, key]) => giveBack(kind, key)));
  }
}
