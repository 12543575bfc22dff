import type { QueryClient } from "@tanstack/react-query";
import { editRooms } from "@/lib/client/edit-rooms";
import { enqueue } from "@/lib/client/outbox";
import { changeRoom, withReadSoFar } from "@/lib/client/room-list";

const WAIT = 300;
const marked = new Map<string, number>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Says that everything up to here has been seen: the row is cleared at once, the server told a moment later. */
export function markRead(client: QueryClient, room: string, seq: number): void {
  if ((marked.get(room) ?? 0) >= seq) return;
  marked.set(room, seq);
  editRooms(client, (list) => changeRoom(list, room, (item) => withReadSoFar(item, seq, null)));
  clearTimeout(timers.get(room));
  timers.set(
    room,
    setTimeout(() => enqueue(room, { kind: "read", seq }), WAIT),
  );
}
