import type { DeviceDatabase } from "@/lib/client/device-database";
import type { Parcel } from "@/lib/client/parcels";
import type { PickedFile } from "@/lib/client/picked-files";
import { createStore } from "@/lib/client/store";

/** What brings a file back after a reload, but for its bytes: those are written once, this often. */
export type KeptFile = Pick<
  PickedFile,
  "id" | "shelf" | "parcel" | "name" | "picture" | "voice" | "at" | "attachment"
> & {
  /** The tab that it was picked in. */
  tab: string;
  order: number;
  paused: boolean;
  /** Whether its composer holds a pair. */
  paired: boolean;
  picked_at: number;
};

export type KeptParcel = Parcel & { tab: string };

/** Where files wait on this device, while somebody is signed in and the browser keeps anything. */
export const filesDatabase = createStore<DeviceDatabase | null>(null);

/** Files that were picked and not sent come back, also those of a tab that was closed. Returns what ends it. */
export function backFiles(database: DeviceDatabase): () => void {
  filesDatabase.set(database);
  void Promise.all([database.count("picked"), database.count("parcels")])
    .then(async (counts) => {
      // Nearly always there are none, and then nothing of it is loaded.
      if (counts.some((count) => count > 0)) await (await import("@/lib/client/keep-files")).restoreFiles(database);
    })
    .catch(() => undefined);
  return () => filesDatabase.set(null);
}
