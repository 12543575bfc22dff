import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "./connection";

/** What letting a client in costs whoever takes it (ms): all at once would be a storm. */
const each = 2;
const longest = 3000;
/** How long an answer that is still under way may take (ms). */
const patience = 2000;

/** Sends the clients away, each at a moment of its own and none before it has its answers. */
export async function handOver(connections: Connection[]): Promise<void> {
  const spread = Math.min(longest, connections.length * each);
  await Promise.all(
    connections.map(async (connection) => {
      await wait(Math.random() * spread);
      await Promise.race([connection.work.idle(), wait(patience, undefined, { ref: false })]);
      connection.goodbye();
    }),
  );
}
