import { statfs } from "node:fs/promises";
import { database } from "@/db/database";
import { selectQueue, selectSystem } from "@/db/queries/system";
import { config } from "@/lib/config/config";
import type { SystemState } from "@/lib/contract/admin";
import product from "@/package.json";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { requirePermission } from "../require-permission";

/** How the installation is, seen from this process; `live` tells of its sockets. Refuses with `forbidden`. */
export async function systemState(ctx: Ctx, live: { sockets: number; people: number }): Promise<SystemState> {
  requirePermission(ctx, "house.system");
  const { db } = database();
  const began = performance.now();
  await db.execute("select 1");
  const answered = performance.now() - began;
  const [row, queue, free] = await Promise.all([selectSystem(db), selectQueue(db), freeBytes()]);
  const settings = config();
  return {
    versions: { app: product.version, node: process.versions.node, database: row.version },
    process: {
      started_at: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      memory_bytes: process.memoryUsage.rss(),
      sockets: live.sockets,
      people_connected: live.people,
    },
    database: {
      size_bytes: row.size,
      connections: row.connections,
      answer_ms: Math.round(answered * 10) / 10,
      migrations: row.migrations,
      embedded: settings.EMBEDDED_DATABASE,
    },
    queue: { waiting: queue.waiting, failing: queue.failing, oldest_at: instant(queue.oldest) },
    storage: {
      kind: settings.S3_BUCKET === undefined ? "disk" : "s3",
      files: row.files,
      bytes: row.bytes,
      free_bytes: free,
    },
    counts: {
      people: row.people,
      active_people: row.active_people,
      rooms: row.rooms,
      messages: row.messages,
      audit: row.audit,
    },
  };
}

async function freeBytes(): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(config().DATA_DIR);
    return bavail * bsize;
  } catch {
    // The folder may not be there yet, or the system may not tell.
    return null;
  }
}
