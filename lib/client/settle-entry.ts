import type { QueryClient } from "@tanstack/react-query";
import type { Me } from "@/lib/contract/shapes";
import { editRooms } from "@/lib/client/edit-rooms";
import { editTimeline, putInTimelines } from "@/lib/client/edit-timeline";
import { keys } from "@/lib/client/keys";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { withChange } from "@/lib/client/overlay";
import { changeRoom, withChangedMessage, withNewMessage, withReadSoFar } from "@/lib/client/room-list-changes";
import { changeMessage } from "@/lib/client/timeline-changes";
import type { Answer } from "@/lib/client/transmit";

/** Puts what the server has acknowledged into what is held of its state. The event that follows changes nothing more. */
export function settleEntry(client: QueryClient, entry: OutboxEntry, { message, unread }: Answer): void {
  const me = client.getQueryData<Me>(keys.me)?.id ?? 0;
  switch (entry.kind) {
    case "send":
      if (!message) return;
      putInTimelines(client, message, true);
      return editRooms(client, (list) => changeRoom(list, entry.room, (item) => withNewMessage(item, message, me)));
    case "read":
      return editRooms(client, (list) =>
        changeRoom(list, entry.room, (item) => withReadSoFar(item, entry.seq, unread ?? null)),
      );
    case "edit":
    case "delete":
    case "react":
      editTimeline(client, entry.room, (now) =>
        changeMessage(now, entry.target, (old) => (message ? { ...old, ...message } : withChange(old, entry, me))),
      );
      if (message)
        editRooms(client, (list) => changeRoom(list, entry.room, (item) => withChangedMessage(item, message)));
  }
}
