import { setImmediate as turn } from "node:timers/promises";
import { database } from "@/db/database";
import { byKeys } from "@/db/queries/by-keys";
import { lockOpenDeliveries, markSent, type OpenDelivery } from "@/db/queries/push-deliveries";
import { type DeliveryOutcome, recordOutcomes } from "@/db/queries/push-outcomes";
import { metrics } from "@/lib/metrics/metrics";
import type { PushResult } from "@/lib/push/push-result";
import { sendFcm } from "@/lib/push/send-fcm";
import { sendWebPush } from "@/lib/push/send-web-push";
import { addPushes } from "./add-pushes";
import { composePhonePush, composeWebPush } from "./compose-push";
import { giveWay } from "./give-way";

/** How many wait for an answer at once. */
const atOnce = 8;
/** A crowd leaves in bursts, with a rest after each. */
const burst = 25;
/** Tries of one delivery; the pauses between them (s) triple, unless the service names another. */
const mostTries = 6;
const firstPause = 10;

type Answered = { delivery: OpenDelivery; result: PushResult };

/**
 * Hands notifications to the push services and records what came of each. Everything is looked at once more just before:
 * whoever left, was signed out or has read it meanwhile gets nothing. What a process that died was about to send is sent
 * again, for nobody knows whether it arrived; devices show one that they have no second time.
 */
export async function deliver(ids: number[]): Promise<void> {
  await handOver(ids, { most: atOnce, crowd: false, rest: () => Promise.resolve() });
}

/** The same for some of the many who are told of one thing: it gives way to what people wait for. */
export async function deliverToCrowd(ids: number[], signal: AbortSignal | undefined): Promise<void> {
  await handOver(ids, { most: burst, crowd: true, rest: (took) => giveWay({ took, signal }) });
}

type How = {
  /** How many wait for an answer at once. */
  most: number;
  /** What is to be tried again leaves with a crowd too. */
  crowd: boolean;
  /** Before outcomes are recorded; `took` is how long (ms) the database took before. */
  rest: (took: number) => Promise<void>;
};

/**
 * What was answered while the outcomes before it were being recorded is recorded together. No outcome waits for a slower
 * one, and a lone one waits for nothing but its rest.
 */
async function handOver(ids: number[], { most, crowd, rest }: How): Promise<void> {
  let began = performance.now();
  const left = (await takeUp(ids))[Symbol.iterator]();
  const underWay = new Set<Promise<unknown>>();
  let took = performance.now() - began;
  let answered: Answered[] = [];
  let fault: { error: unknown } | undefined;
  const start = (delivery: OpenDelivery) => {
    const sending = send(delivery)
      .then(
        (result) => answered.push({ delivery, result }),
        (error: unknown) => (fault ??= { error }),
      )
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  };
  for (;;) {
    while (underWay.size < most) {
      const { value: delivery, done } = left.next();
      if (done) break;
      start(delivery);
      // Each is encrypted at its start: whoever talks meanwhile comes in between.
      await turn();
    }
    if (underWay.size === 0 && answered.length === 0) break;
    if (answered.length === 0) await Promise.race(underWay);
    await rest(took);
    const together = answered;
    answered = [];
    began = performance.now();
    await record(together, crowd);
    took = performance.now() - began;
  }
  if (fault) throw fault.error;
}

/** Those that are still to be sent, noted as about to leave. */
async function takeUp(ids: number[]): Promise<OpenDelivery[]> {
  return database().db.transaction(async (tx) => {
    await byKeys(tx, true);
    const left: OpenDelivery[] = [];
    const skipped: DeliveryOutcome[] = [];
    for (const delivery of await lockOpenDeliveries(tx, ids)) {
      const reason = reasonAgainst(delivery);
      if (reason === null) left.push(delivery);
      else {
        skipped.push({ id: delivery.id, status: "skipped", reason, device: null });
        metrics()?.pushes.inc({ kind: delivery.device?.kind ?? "none", outcome: "skipped" });
      }
    }
    await recordOutcomes(tx, skipped);
    await markSent(
      tx,
      left.map(({ id }) => id),
    );
    return left;
  });
}

function reasonAgainst(delivery: OpenDelivery): string | null {
  if (!delivery.device) return "signed out";
  if (!delivery.active) return "inactive";
  if (delivery.late) return "too late";
  if (delivery.message === null) return null;
  if (!delivery.in_room) return "outside";
  if (delivery.message.deleted) return "deleted";
  if (delivery.read) return "read";
  return delivery.muted ? "muted" : null;
}

async function send(delivery: OpenDelivery): Promise<PushResult> {
  const { device } = delivery;
  const nothing: PushResult = { kind: "failed", reason: "nothing to tell" };
  if (!device) return nothing;
  if (device.kind === "fcm") {
    const push = composePhonePush(delivery);
    return push ? sendFcm(device.address, push) : nothing;
  }
  const push = composeWebPush(delivery);
  const { address: endpoint, p256dh, auth } = device;
  return push && p256dh && auth ? sendWebPush({ endpoint, p256dh, auth }, push) : nothing;
}

async function record(answered: Answered[], crowd: boolean): Promise<void> {
  const again = new Map<number, number[]>();
  const outcomes = answered.map(({ delivery, result }): DeliveryOutcome => {
    const { id } = delivery;
    const device = delivery.device?.id ?? null;
    metrics()?.pushes.inc({ kind: delivery.device?.kind ?? "none", outcome: result.kind });
    if (result.kind === "accepted") return { id, device, status: "accepted", reason: null };
    const { reason } = result;
    if (result.kind !== "retry") return { id, device, status: result.kind, reason };
    const tries = delivery.tries + 1;
    if (tries >= mostTries) return { id, device, status: "failed", reason };
    const delay = result.after ?? firstPause * 3 ** (tries - 1);
    again.set(delay, [...(again.get(delay) ?? []), id]);
    return { id, device, status: "queued", reason };
  });
  await database().db.transaction(async (tx) => {
    await byKeys(tx, true);
    await recordOutcomes(tx, outcomes);
    for (const [delay, ids] of again) await addPushes(tx, ids, { delay, crowd });
  });
}
