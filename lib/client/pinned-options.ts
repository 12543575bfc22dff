import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import type { Timeline } from "@/lib/client/timeline";

/** The pinned messages of a room; kept true by the events of its timeline. */
export function pinnedOptions(room: string) {
  return queryOptions({
    queryKey: keys.pinned(room),
    staleTime: 30_000,
    queryFn: async (): Promise<Timeline> => {
      const slice = await api.messages({ room, pinned: true, limit: 100, ordering: "-created_at" });
      return { messages: slice.results, hasOlder: false, hasNewer: false };
    },
  });
}
