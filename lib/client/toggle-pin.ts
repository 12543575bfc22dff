import type { QueryClient } from "@tanstack/react-query";
import type { Message } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { editTimeline } from "@/lib/client/edit-timeline";
import { changeMessage } from "@/lib/client/timeline-changes";

/** Shows the pin at once, asks the server, and puts the old state back if it refuses. */
export async function togglePin(client: QueryClient, message: Message): Promise<void> {
  const on = message.pinned_at === null;
  const put = (pinned: string | null) =>
    editTimeline(client, message.room, (now) =>
      changeMessage(now, message.id, (old) => ({ ...old, pinned_at: pinned })),
    );
  put(on ? new Date().toISOString() : null);
  try {
    await api.pin(message.id, on);
  } catch (error) {
    put(message.pinned_at);
    throw error;
  }
}
