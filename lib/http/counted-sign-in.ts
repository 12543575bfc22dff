import { ChatError } from "@/lib/contract/errors";
import { hasSignedInFrom } from "@/lib/domain/sessions/has-signed-in-from";
import { log } from "@/lib/log/log";
import { giveBack, type RateKind, spend } from "./rate-limits";

/**
 * Signs somebody in by `work`, and counts it if it fails with `bad_credentials`: by name and address, by address, and by
 * name from wherever. Refuses with `rate_limited`.
 */
export async function countedSignIn<T>(username: string, address: string, work: () => Promise<T>): Promise<T> {
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
    return await work();
  } catch (thrown) {
    failed = thrown instanceof ChatError && thrown.code === "bad_credentials";
    // Not the name: people type their password there by mistake.
    if (failed) log.warn({ address }, "a sign-in failed");
    throw thrown;
  } finally {
    if (!failed) await Promise.all(counts.map(([kind, key]) => giveBack(kind, key)));
  }
}
