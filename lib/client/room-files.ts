import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { prependOlder, type Timeline } from "@/lib/client/timeline";

const PORTION = 30;

/** The newest messages of a room that have files; kept true by the events of its timeline. */
export function roomFilesOptions(room: string) {
  return queryOptions({
    queryKey: keys.files(room),
    staleTime: 30_000,
    queryFn: async (): Promise<Timeline> => {
      const slice = await api.messages({ room, has: "attachment", limit: PORTION, ordering: "-created_at" });
      const messages = slice.results.filter((message) => !message.is_deleted).toReversed();
      return { messages, hasOlder: slice.has_more, hasNewer: false };
    },
  });
}

export async function loadOlderFiles(client: QueryClient, room: string): Promise<void> {
  const before = client.getQueryData<Timeline>(keys.files(room))?.messages[0]?.id;
  if (!before) return;
  const slice = await api.messages({ room, has: "attachment", limit: PORTION, before, ordering: "-created_at" });
  client.setQueryData<Timeline>(keys.files(room), (now) =>
    now ? prependOlder(now, slice.results.toReversed(), slice.has_more) : now,
  );
}
