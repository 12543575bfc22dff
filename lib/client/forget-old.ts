import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/lib/client/keys";
import type { Timeline } from "@/lib/client/timeline";

/**
 * Takes from what is held here, and with it from the device's copy, what the house has removed by age. What is pinned stays, as
 * it does there; the first message of a thread stays with its newer replies.
 */
export function forgetOld(client: QueryClient, keptFrom: string): void {
  for (const [key, now] of client.getQueriesData<Timeline>({ queryKey: keys.timelines })) {
    if (!now) continue;
    const root = key[2];
    const messages = now.messages.filter(
      (message) => message.created_at >= keptFrom || message.pinned_at !== null || message.id === root,
    );
    if (messages.length === now.messages.length && !isAlone(now, root, keptFrom)) continue;
    const next = { ...now, messages };
    // Of a thread that has nothing left the server is asked: it may be gone as a whole.
    if (isAlone(next, root, keptFrom)) void client.resetQueries({ queryKey: key, exact: true });
    else client.setQueryData<Timeline>(key, next);
  }
}

/** A thread of which only its old first message is left, which is not pinned. */
function isAlone({ messages: [first, ...replies] }: Timeline, root: unknown, keptFrom: string): boolean {
  if (!first || replies.length > 0) return false;
  return first.id === root && first.created_at < keptFrom && first.pinned_at === null;
}
