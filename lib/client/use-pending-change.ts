import type { Message } from "@/lib/contract/shapes";
import { outbox } from "@/lib/client/outbox";
import type { OutboxEntry, PendingChange } from "@/lib/client/outbox-entry";

/** The change of this message that has not reached the server; a refused one first. */
export function usePendingChange({ id, client_id }: Message): PendingChange | undefined {
  return outbox.use((entries) => {
    const isAbout = (entry: OutboxEntry): entry is PendingChange =>
      entry.kind !== "send" && entry.kind !== "read" && (entry.target === id || entry.target === client_id);
    return entries.filter(isAbout).find((entry) => entry.state === "failed") ?? entries.find(isAbout);
  });
}
