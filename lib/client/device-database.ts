import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { KeptFile, KeptParcel } from "@/lib/client/kept-files";
import type { OutboxEntry } from "@/lib/client/outbox-entry";

/** One piece of what the screens hold, as it was last seen. `head` says up to which event a timeline is true. */
export type Kept = { key: string; queryKey: readonly unknown[]; data: unknown; head: number; at: number };

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxEntry };
  kept: { key: string; value: Kept };
  picked: { key: string; value: KeptFile };
  bytes: { key: string; value: { id: string; file: File } };
  parcels: { key: string; value: KeptParcel };
}

export type DeviceDatabase = IDBPDatabase<Schema>;

const PREFIX = "aristay-";
/** Some browsers now and then never answer when a database is opened. The page then lives without one. */
const PATIENCE = 3_000;

/** The person's own database on this device; null where there is none to be had, as in some private windows. */
export async function openDeviceDatabase(person: number): Promise<DeviceDatabase | null> {
  try {
    const opening = openDB<Schema>(PREFIX + person, 2, {
      upgrade(database, before) {
        if (before < 1) {
          database.createObjectStore("outbox", { keyPath: "client_id" });
          database.createObjectStore("kept", { keyPath: "key" });
        }
        database.createObjectStore("picked", { keyPath: "id" });
        database.createObjectStore("bytes", { keyPath: "id" });
        database.createObjectStore("parcels", { keyPath: "client_id" });
      },
      // Whoever wipes the device does not wait for this tab.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    return await Promise.race([opening, late]);
  } catch {
    return null;
  }
}

/** Removes what was kept for anybody but this person; for everybody when nobody is named. */
export async function wipeDeviceDatabases(except: number | null, known: number | null): Promise<void> {
  const kept = except === null ? null : PREFIX + except;
  const names = new Set<string>(known === null ? [] : [PREFIX + known]);
  try {
    for (const { name } of await indexedDB.databases()) if (name?.startsWith(PREFIX)) names.add(name);
    await Promise.all([...names].filter((name) => name !== kept).map((name) => deleteDB(name)));
  } catch {
    // No databases, nothing to wipe.
  }
}
