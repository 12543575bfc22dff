import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { lockOpenDeliveries, markSent, noteDevice, type OpenDelivery, setDelivery } from "@/db/queries/push-deliveries";
import { deletePushDeviceById } from "@/db/queries/push-devices";
import { metrics } from "@/lib/metrics/metrics";
import type { PushResult } from "@/lib/push/push-result";
import { sendFcm } from "@/lib/push/send-fcm";
import { sendWebPush } from "@/lib/push/send-web-push";
import { composePhonePush, composeWebPush } from "./compose-push";

const atOnce = 8;
/** Tries of one delivery; the pauses between them (s) triple, unless the service names another. */
const mostTries = 6;
const firstPause = 10;

/**
 * Hands notifications to the push services and records what came of each. Everything is looked at once more just before:
 * whoever left, was signed out or has read it meanwhile gets nothing. What a process that died was about to send is sent
 * again, for nobody knows whether it arrived; devices show one that they have no second time.
 */
export async function deliver(ids: number[]): Promise<void> {
  const { db } = database();
  const open = await db.transaction(async (tx) => {
    const found = await lockOpenDeliveries(tx, ids);
    const left: OpenDelivery[] = [];
    for (const delivery of found) {
      const why = reasonAgainst(delivery);
      if (why) metrics()?.pushes.inc({ kind: delivery.device?.kind ?? "none", outcome: "skipped" });
      if (why) await setDelivery(tx, delivery.id, "skipped", why);
      else left.push(delivery);
    }
    await markSent(
      tx,
      left.map(({ id }) => id),
    );
    return left;
  });
  const queue = open[Symbol.iterator]();
  const work = async () => {
    for (const delivery of queue) await record(delivery, await send(delivery));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, open.length) }, work));
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

async function record(delivery: OpenDelivery, result: PushResult): Promise<void> {
  const device = delivery.device?.id ?? "";
  metrics()?.pushes.inc({ kind: delivery.device?.kind ?? "none", outcome: result.kind });
  await database().db.transaction(async (tx) => {
    switch (result.kind) {
      case "accepted":
        await setDelivery(tx, delivery.id, "accepted", null);
        return noteDevice(tx, device, null);
      case "gone":
        await setDelivery(tx, delivery.id, "gone", result.reason);
        return deletePushDeviceById(tx, device);
      case "retry": {
        await noteDevice(tx, device, result.reason);
        const tries = delivery.tries + 1;
        if (tries >= mostTries) return setDelivery(tx, delivery.id, "failed", result.reason);
        await setDelivery(tx, delivery.id, "queued", result.reason);
        const delay = result.after ?? firstPause * 3 ** (tries - 1);
        return addJob(tx, "push", { deliveries: [delivery.id] }, { delay });
      }
      case "failed":
        await setDelivery(tx, delivery.id, "failed", result.reason);
        return noteDevice(tx, device, result.reason);
    }
  });
}
