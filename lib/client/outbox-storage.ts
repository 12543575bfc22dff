import type { DeviceDatabase } from "@/lib/client/device-database";
import { inOrder, type OutboxChange } from "@/lib/client/outbox-changes";
import type { OutboxEntry } from "@/lib/client/outbox-entry";

/** Where the outbox lies. Answers with the whole of it as it is after the change. */
export type OutboxStorage = { change: (change: OutboxChange) => Promise<readonly OutboxEntry[]> };

/** On the device: every change is one transaction, so tabs never overwrite each other's. */
export function deviceStorage(database: DeviceDatabase): OutboxStorage {
  return {
    async change(change) {
      // Strict: on the disk, and not only promised to it, before it counts as kept.
      const tx = database.transaction("outbox", "readwrite", { durability: "strict" });
      const before = inOrder(await tx.store.getAll());
      const after = change(before);
      const writes: Promise<unknown>[] = [];
      for (const entry of after) if (!before.includes(entry)) writes.push(tx.store.put(entry));
      const left = new Set(after.map((entry) => entry.client_id));
      for (const { client_id } of before) if (!left.has(client_id)) writes.push(tx.store.delete(client_id));
      await Promise.all([...writes, tx.done]);
      return after;
    },
  };
}

/** Falls back to the tab's memory, with all that was there, once the device keeps no more or its copy was wiped. */
export function lastingStorage(device: OutboxStorage): OutboxStorage {
  let last: readonly OutboxEntry[] = [];
  let memory: OutboxStorage | undefined;
  return {
    async change(change) {
      if (memory) return memory.change(change);
      try {
        return (last = await device.change(change));
      } catch {
        memory ??= memoryStorage(last);
        return memory.change(change);
      }
    },
  };
}

/** In the tab alone, where the browser keeps nothing. */
export function memoryStorage(from: readonly OutboxEntry[]): OutboxStorage {
  let held = from;
  return { change: (change) => Promise.resolve((held = change(held))) };
}
