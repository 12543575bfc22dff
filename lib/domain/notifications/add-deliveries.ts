import type { Db } from "@/db/database";
import { insertDeliveries, type NewDelivery } from "@/db/queries/push-deliveries";
import { addPushes } from "./add-pushes";
import { giveWay } from "./give-way";

/** Statements stay of a bearable size, however many people are in a room, and there is a rest after each. */
const atOnce = 500;
/** It (ms) is short, since the room's mark is held meanwhile. */
const longestRest = 100;
/** From so many on they are a crowd. */
const few = 50;

/** Puts on record what is to be sent, each once a device, with the jobs that send it when its time has come. */
export async function addDeliveries(tx: Db, given: (Omit<NewDelivery, "due_at"> & { delay: number })[]): Promise<void> {
  const now = Date.now();
  let began = 0;
  const crowd = given.length > few;
  for (let from = 0; from < given.length; from += atOnce) {
    if (from > 0) await giveWay({ took: performance.now() - began, longest: longestRest });
    began = performance.now();
    const slice = given.slice(from, from + atOnce);
    for (const delay of new Set(slice.map((one) => one.delay))) {
      const due_at = new Date(now + delay * 1000).toISOString();
      const due = slice.filter((one) => one.delay === delay).map(({ delay: _, ...one }) => ({ ...one, due_at }));
      const ids = (await insertDeliveries(tx, due)).map(({ id }) => id);
      await addPushes(tx, ids, { delay, crowd });
    }
  }
}
