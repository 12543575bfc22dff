import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";

const sizes = {
  /** Everything that one person asks. */
  read: { points: 1000, duration: 10 },
  write: { points: 300, duration: 10 },
  /** Calls that need no token, by address: refreshing is done by every device behind one router. */
  open: { points: 300, duration: 60 },
  /** Failed sign-ins of one name from one address, and of all names from it. */
  signIn: { points: 10, duration: 60 },
  signInAddress: { points: 100, duration: 60 },
} as const;

export type RateKind = keyof typeof sizes;

// One count for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.rates");
const shared = globalThis as { [slot]?: Record<RateKind, RateLimiterMemory> };

function limiter(kind: RateKind): RateLimiterMemory {
  shared[slot] ??= Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, new RateLimiterMemory(size)]),
  ) as Record<RateKind, RateLimiterMemory>;
  return shared[slot][kind];
}

/** Counts one try; refuses with `rate_limited` when there were too many. */
export async function spend(kind: RateKind, key: string | number): Promise<void> {
  if (config().RATE_LIMITS === "off") return;
  try {
    await limiter(kind).consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new ChatError("rate_limited", "Too many requests. Wait a little.", {
      retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
    });
  }
}

/** Takes a counted try back: only failures shall count. */
export async function giveBack(kind: RateKind, key: string | number): Promise<void> {
  if (config().RATE_LIMITS === "off") return;
  await limiter(kind).reward(key);
}
