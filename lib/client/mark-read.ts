import type { QueryClient } from "@tanstack/react-query";
import { editRooms } from "@/lib/client/edit-rooms";
import { enqueue } from "@/lib/client/outbox";
import { changeRoom, withReadSoFar } from "@/lib/client/room-list-changes";

/** Milliseconds between two words to the server about one room, however fast its messages come. */
const WAIT = 300;
const marked = new Map<string, number>();
const said = new Map<string, number>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Says that everything up to here has been seen: the row is cleared at once, the server told at once too, and then
 * again every 300 ms while more is read. Waiting for a pause instead would say nothing at all in a busy room.
 */
export function markRead(client: QueryClient, room: string, seq: number): void {
  if ((marked.get(room) ?? 0) >= seq) return;
  marked.set(room, seq);
  editRooms(client, (list) => changeRoom(list, room, (item) => withReadSoFar(item, seq, null)));
  if (!timers.has(room)) tell(room);
}

function tell(room: string): void {
  const seq = marked.get(room) ?? 0;
  if (seq <= (said.get(room) ?? 0)) return void timers.delete(room);
  said.set(room, seq);
  enqueue(room, { kind: "read", seq });
  const again = () => tell(room);
  timers.set(room, setTimeout(again, WAIT));
}

/** A page that goes away keeps what it has not yet said: it leaves when the product is opened next. */
if (typeof window !== "undefined") {
  window.addEventListener("pagehide", () => {
    for (const [room, timer] of timers) {
      clearTimeout(timer);
      tell(room);
    }
  });
}
