import type { QueryClient } from "@tanstack/react-query";
import type { CommandAck } from "@/lib/contract/acknowledgements";
import { applyEvents } from "@/lib/client/apply-events";
import { forgetOld } from "@/lib/client/forget-old";
import { keptFrom } from "@/lib/client/kept-from";

/** After a longer absence it costs less to read what is on screen afresh than to hear everything that happened. */
const MOST_PAGES = 6;

type Parts = {
  cursor: { get: () => string | null; set: (next: string | null) => void };
  sync: (input: { cursor: string | null }) => Promise<CommandAck<"sync">>;
  connected: () => boolean;
  /** What is held is not to be trusted, and everything to be read afresh. */
  reload: () => void;
  mostPages?: number;
};

/** Asks for everything that was missed, page by page, and applies it. */
export async function catchUp(client: QueryClient, parts: Parts): Promise<void> {
  const { cursor, sync, connected, reload, mostPages = MOST_PAGES } = parts;
  for (let pages = 1; connected(); pages += 1) {
    const answer = await sync({ cursor: cursor.get() });
    if (!answer.ok) {
      if (answer.error.code !== "bad_cursor") return;
      cursor.set(null);
      reload();
      continue;
    }
    if (answer.reset) reload();
    else applyEvents(client, answer.events, "log");
    keptFrom.set(answer.kept_from ?? null);
    if (answer.kept_from) forgetOld(client, answer.kept_from);
    cursor.set(answer.cursor);
    if (!answer.has_more) return;
    if (pages === mostPages) {
      // No cursor asks for the present one; what was not told by then is read afresh.
      cursor.set(null);
      reload();
    }
  }
}
