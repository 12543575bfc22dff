import { createClient } from "redis";
import { log } from "@/lib/log/log";

type Store = ReturnType<typeof openStore>;

// One connection for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.redis-store");
const shared = globalThis as { [slot]?: Store };

/** The Redis of REDIS_URL for what nodes count together; undefined without one. While it is away it refuses at once. */
export function redisStore(): Store | undefined {
  const url = process.env.REDIS_URL;
  return url ? (shared[slot] ??= openStore(url)) : undefined;
}

export function closeRedisStore(): void {
  shared[slot]?.destroy();
  delete shared[slot];
}

function openStore(url: string) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries) => Math.min(2000, 100 * (tries + 1)) },
  });
  let away = false;
  client.on("error", (error: unknown) => {
    if (!away) log.warn({ err: error }, "Redis is away; each node counts for itself");
    away = true;
  });
  client.on("ready", () => (away = false));
  client.connect().catch((error: unknown) => log.debug({ err: error }, "Redis could not be reached"));
  return client;
}
