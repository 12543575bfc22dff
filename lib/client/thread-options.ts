import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { headsOf } from "@/lib/client/seq-heads";
import { PAGE, type Timeline } from "@/lib/client/timeline";

/** A thread: its root, and the newest of its replies. */
export function threadOptions(client: QueryClient, room: string, root: string) {
  return queryOptions({
    queryKey: keys.thread(room, root),
    queryFn: async (): Promise<Timeline> => {
      const head = headsOf(client).head(room);
      const fresh = await thread(client, room, root);
      // As above: an event may have been applied to the copy that this one replaces.
      return headsOf(client).head(room) === head ? fresh : thread(client, room, root);
    },
  });
}

async function thread(client: QueryClient, room: string, root: string): Promise<Timeline> {
  const held = client.getQueryData<Timeline>(keys.timeline(room))?.messages.find((message) => message.id === root);
  const [first, replies] = await Promise.all([
    held?.is_deleted ? held : api.message(root),
    api.messages({ room, thread_root: root, limit: PAGE, ordering: "-created_at" }),
  ]);
  return { messages: [first, ...replies.results.toReversed()], hasOlder: replies.has_more, hasNewer: false };
}

export async function loadOlderReplies(client: QueryClient, room: string, root: string): Promise<void> {
  const before = client.getQueryData<Timeline>(keys.thread(room, root))?.messages[1];
  if (!before) return;
  const slice = await api.messages({
    room,
    thread_root: root,
    limit: PAGE,
    before: before.id,
    ordering: "-created_at",
  });
  client.setQueryData<Timeline>(keys.thread(room, root), (now) => {
    const [first, ...replies] = now?.messages ?? [];
    if (!now || !first) return now;
    return { ...now, messages: [first, ...slice.results.toReversed(), ...replies], hasOlder: slice.has_more };
  });
}
