import type { QueryClient } from "@tanstack/react-query";
import type { DeviceDatabase } from "@/lib/client/device-database";
import { isStillHere } from "@/lib/client/device-person";
import { backOutbox, changeOutbox, noteMessageId, outbox, rereadOutbox } from "@/lib/client/outbox";
import { discard } from "@/lib/client/outbox-changes";
import { settle } from "@/lib/client/outbox-outcomes";
import { OutboxDrain } from "@/lib/client/outbox-drain";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { deviceStorage, lastingStorage, memoryStorage } from "@/lib/client/outbox-storage";
import { ownHeldOptions } from "@/lib/client/own-held";
import { settleEntry } from "@/lib/client/settle-entry";
import type { Answer } from "@/lib/client/transmit";

type Settled = { entry: OutboxEntry; answer: Answer };
type News = { settled?: Settled };

/** Opens the person's outbox; every tab has it, and one of them at a time sends. */
export function openOutbox(client: QueryClient, person: number, database: DeviceDatabase | null): () => void {
  const name = `aristay.outbox.${person}`;
  const take = ({ entry, answer }: Settled) => {
    if (entry.kind === "send" && answer.message) noteMessageId(entry.client_id, answer.message.id);
    settleEntry(client, entry, answer);
  };
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  const tell = (news: News) => channel?.postMessage(news);
  const drain = new OutboxDrain({
    lock: name,
    entries: () => outbox.get(),
    mayRun: () => isStillHere(person),
    reread: rereadOutbox,
    apply: changeOutbox,
    settled: async (entry, answer) => {
      take({ entry, answer });
      tell({ settled: { entry, answer } });
      // The message first, then its entry goes: whatever is drawn in between shows it once.
      const held = entry.kind === "send" && !answer.message;
      if (held) await client.fetchQuery({ ...ownHeldOptions, staleTime: 0 }).catch(() => undefined);
      await new Promise<void>((resolve) => afterQueries(resolve));
      await changeOutbox(held ? discard(entry.client_id) : settle(entry.client_id, answer.message?.id));
      tell({});
    },
  });
  channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.settled) take(data.settled);
    void rereadOutbox().then(() => drain.start());
  });
  const close = backOutbox({
    storage: database ? lastingStorage(deviceStorage(database)) : memoryStorage([]),
    drain,
    changed: () => tell({}),
  });
  return () => {
    channel?.close();
    drain.stop();
    close();
  };
}

/** The query cache tells its listeners a turn later, in the order in which it was changed. */
function afterQueries(then: () => void): void {
  setTimeout(then, 0);
}
