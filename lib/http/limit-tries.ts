import type { ErrorCode } from "@/lib/contract/errors";
import { asChatError } from "@/lib/errors/as-chat-error";
import { giveBack, type RateKind, spend } from "./rate-limits";

/** What is counted under which key, and the refusals that make a try count. */
export type Tried = { kind: RateKind; key: string; by: readonly ErrorCode[] };

/**
 * Does what may be a guess. It is counted before anything is looked at, so that a hundred tries at once are a hundred
 * tries; whatever is not refused as a wrong guess is taken back.
 */
export async function limitTries<T>(tried: readonly Tried[], work: () => Promise<T>): Promise<T> {
  for (const { kind, key } of tried) await spend(kind, key);
  let refusal: ErrorCode | undefined;
  try {
    return await work();
  } catch (thrown) {
    refusal = asChatError(thrown).code;
    throw thrown;
  } finally {
    const innocent = tried.filter(({ by }) => refusal === undefined || !by.includes(refusal));
    await Promise.all(innocent.map(({ kind, key }) => giveBack(kind, key)));
  }
}
