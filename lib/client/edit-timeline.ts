import type { QueryClient } from "@tanstack/react-query";
import type { SharedMessage } from "@/lib/contract/shapes";
import { keys } from "@/lib/client/keys";
import { type Timeline } from "@/lib/client/timeline";
import { putMessage } from "@/lib/client/timeline-changes";

/** Changes the room's timeline and every open thread of it: a message may be in both. */
export function editTimeline(client: QueryClient, room: string, change: (now: Timeline) => Timeline): void {
  client.setQueriesData<Timeline>({ queryKey: keys.timeline(room) }, (now) => (now ? change(now) : undefined));
}

/** A new message goes into its room's timeline, and into its thread when that is loaded. */
export function putInTimelines(client: QueryClient, message: SharedMessage, isRead: boolean): void {
  const put = (now: Timeline | undefined) => (now ? putMessage(now, message, isRead) : undefined);
  client.setQueryData<Timeline>(keys.timeline(message.room), put);
  if (message.attachments.length > 0) client.setQueryData<Timeline>(keys.files(message.room), put);
  if (message.thread_root_id) client.setQueryData(keys.thread(message.room, message.thread_root_id), put);
}
