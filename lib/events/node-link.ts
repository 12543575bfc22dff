import { randomUUID } from "node:crypto";
import { createClient } from "redis";
import { log } from "@/lib/log/log";
import type { Hint } from "./hint";

const channel = "aristay:hints";

export type NodeLink = { send(hint: Hint): void; close(): Promise<void> };

/**
 * Hints between nodes over Redis pub/sub. While Redis is away hints are dropped, not queued: the sweep delivers what was
 * missed, and an old queue would only be late.
 */
export function openNodeLink(url: string, hear: (hint: Hint) => void): NodeLink {
  const origin = randomUUID();
  const sender = createClient({
    url,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries) => Math.min(2000, 100 * (tries + 1)) },
  });
  const receiver = sender.duplicate({ disableOfflineQueue: false });
  let away = false;
  for (const client of [sender, receiver]) {
    client.on("error", (error: unknown) => {
      if (!away) log.warn({ err: error }, "Redis is away; other nodes hear by the sweep");
      away = true;
    });
    client.on("ready", () => (away = false));
    client.connect().catch((error: unknown) => log.debug({ err: error }, "Redis could not be reached"));
  }
  receiver
    .subscribe(channel, (text) => {
      const packet = JSON.parse(text) as { origin: string; hint: Hint };
      if (packet.origin !== origin) hear(packet.hint);
    })
    .catch((error: unknown) => log.debug({ err: error }, "the subscription waits for Redis"));

  return {
    send(hint) {
      if (!sender.isReady) return;
      sender
        .publish(channel, JSON.stringify({ origin, hint }))
        .catch((error: unknown) => log.debug({ err: error }, "a hint was dropped"));
    },
    close() {
      sender.destroy();
      receiver.destroy();
      return Promise.resolve();
    },
  };
}
