import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";
import { type HouseLimit, houseLimits } from "@/lib/contract/house-limits";
import { settingsNow } from "@/lib/domain/admin/settings-now";
import { inTime } from "@/lib/errors/in-time";
import { redisStore } from "@/lib/events/redis-store";

const usual = (limit: HouseLimit) => ({ points: houseLimits[limit].usual, duration: houseLimits[limit].seconds });

const sizes = {
  /** What one person asks, and what they change, unless it is counted as one of the next four. */
  read: { points: 1000, duration: 10 },
  write: { points: 300, duration: 10 },
  /** More than anybody writes, and enough for what a phone had kept while it was offline. */
  send: usual("send"),
  typing: { points: 60, duration: 10 },
  search: usual("search"),
  upload: usual("upload"),
  create_room: usual("create_room"),
  /** Reports: moderators have to read each of them. */
  report: usual("report"),
  /** Calls that need no token, by address: refreshing is done by every device behind one router. */
  open: { points: 300, duration: 60 },
  refresh: { points: 300, duration: 60 },
  /** Sockets that are opened, by address: all devices of a house come back at once when its line does. */
  connect: { points: 1200, duration: 60 },
  /** Failed sign-ins of one name from one address, of all names from it, and of one name from wherever. */
  signIn: { points: 10, duration: 60 },
  signInAddress: { points: 100, duration: 60 },
  signInPerson: { points: 100, duration: 3600 },
  /** Wrong codes of one person's second factor, from anywhere. */
  secondFactor: { points: 10, duration: 900 },
} as const;

export type RateKind = keyof typeof sizes;

type Counter = { here: RateLimiterMemory; together: RateLimiterRedis | undefined };

// One count for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.rates");
const shared = globalThis as { [slot]?: Map<RateKind, Counter> };

/** A Redis that has not said anything for so long (ms) does not hold anybody up, nor the next one for a while. */
const patience = 250;
const rest = 5000;
let restUntil = 0;

function counter(kind: RateKind): Counter {
  const counters = (shared[slot] ??= new Map<RateKind, Counter>());
  const known = counters.get(kind);
  if (known) return known;
  const size = { ...sizes[kind], keyPrefix: `aristay:rate:${kind}` };
  const storeClient = redisStore();
  const here = new RateLimiterMemory(size);
  const together =
    storeClient && new RateLimiterRedis({ ...size, storeClient, useRedisPackage: true, rejectIfRedisNotReady: true });
  const made = { here, together };
  counters.set(kind, made);
  return made;
}

/** What all nodes count together; while Redis is away, or hangs, what this one counts: nobody is refused for it. */
async function count(kind: RateKind, key: string | number, points: number): Promise<void> {
  const { here, together } = counter(kind);
  // What the house has set counts from the next try on; what was counted so far stays counted.
  const most = kind in houseLimits ? settingsNow()?.limits[kind as HouseLimit] : null;
  here.points = most ?? sizes[kind].points;
  if (together) together.points = here.points;
  if (together && performance.now() >= restUntil) {
    try {
      const counted = points < 0 ? together.reward(key, -points) : together.consume(key, points);
      await inTime(counted, patience);
      return;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw refused;
      if (refused instanceof ChatError) restUntil = performance.now() + rest;
    }
  }
  await (points < 0 ? here.reward(key, -points) : here.consume(key, points));
}

/** Counts one try; refuses with `rate_limited` when there were too many. */
export async function spend(kind: RateKind, key: string | number): Promise<void> {
  if (config().RATE_LIMITS === "off") return;
  try {
    await count(kind, key, 1);
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
  await count(kind, key, -1);
}
