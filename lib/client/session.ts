import type { QueryClient } from "@tanstack/react-query";
import { connectionRefused } from "@/lib/client/connection";
import { dropCopy, keepCopy, restoreCopy, type Words } from "@/lib/client/device-copy";
import { type DeviceDatabase, openDeviceDatabase } from "@/lib/client/device-database";
import { claimDevice, onPersonChange } from "@/lib/client/device-person";
import { startLive } from "@/lib/client/live";
import { backFiles } from "@/lib/client/kept-files";
import { openOutbox } from "@/lib/client/open-outbox";

type Seed = { person: number; cursor: string | null; words: Words };

/**
 * Everything that runs while somebody is signed in: the device's copy comes back, the outbox opens, and the connection
 * begins where the copy ends. Returns what ends it all.
 */
export function startSession(client: QueryClient, { person, cursor, words }: Seed): () => void {
  const ends: (() => void)[] = [];
  let ended = false;
  const end = () => {
    ended = true;
    for (const stop of ends.splice(0).reverse()) stop();
  };
  void begin().catch(() => undefined);
  return end;

  async function begin(): Promise<void> {
    await claimDevice(person);
    const database = await openDeviceDatabase(person);
    const restored = database ? await restore(database) : null;
    if (ended) return database?.close();
    const live = startLive(client, restored?.cursor ?? cursor, () => {
      end();
      if (database) void dropCopy(database);
    });
    ends.push(
      () => live.stop(),
      openOutbox(client, person, database),
      onPersonChange(person, (now) => {
        // Somebody else at this browser: nothing more may be sent or shown in this tab in the old name.
        end();
        if (now === null) connectionRefused();
        else window.location.reload();
      }),
    );
    if (database) ends.push(backFiles(database), keepCopy(client, database, { cursor: live.cursor, words }));
  }

  async function restore(database: DeviceDatabase) {
    try {
      const restored = await restoreCopy(client, database);
      if (!restored) await dropCopy(database);
      return restored;
    } catch {
      return null;
    }
  }
}
