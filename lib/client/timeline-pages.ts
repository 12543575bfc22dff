import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { keys } from "@/lib/client/keys";
import { newest } from "@/lib/client/queries";
import { appendNewer, PAGE, prependOlder, type Timeline } from "@/lib/client/timeline";

export async function loadOlder(client: QueryClient, room: string): Promise<void> {
  const first = client.getQueryData<Timeline>(keys.timeline(room))?.messages[0];
  if (!first) return;
  const slice = await api.messages({ room, limit: PAGE, before: first.id, ordering: "-created_at" });
  client.setQueryData<Timeline>(keys.timeline(room), (now) =>
    now ? prependOlder(now, slice.results.toReversed(), slice.has_more) : now,
  );
}

export async function loadNewer(client: QueryClient, room: string): Promise<void> {
  const last = client.getQueryData<Timeline>(keys.timeline(room))?.messages.at(-1);
  if (!last) return;
  const slice = await api.messages({ room, limit: PAGE, after: last.id, ordering: "created_at" });
  client.setQueryData<Timeline>(keys.timeline(room), (now) =>
    now ? appendNewer(now, slice.results, slice.has_more) : now,
  );
}

/** False when there is no such message any more: then what is held stays. */
export async function loadAround(client: QueryClient, room: string, message: string): Promise<boolean> {
  try {
    const slice = await api.messages({ room, limit: PAGE, around: message, ordering: "created_at" });
    if (!slice.results.some(({ id }) => id === message)) return false;
    client.setQueryData<Timeline>(keys.timeline(room), { messages: slice.results, hasOlder: true, hasNewer: true });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code === "invalid_input") return false;
    throw error;
  }
}

export async function returnToNewest(client: QueryClient, room: string): Promise<void> {
  client.setQueryData<Timeline>(keys.timeline(room), await newest(room));
}
