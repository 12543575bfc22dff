import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { editRooms } from "@/lib/client/apply-events";
import { changeRoom, withReadSoFar } from "@/lib/client/room-list";
import { ask, chatSocket } from "@/lib/client/socket";

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
    setTimeout(() => void tell(client, room, seq), WAIT),
  );
}

async function tell(client: QueryClient, room: string, seq: number): Promise<void> {
  const socket = chatSocket();
  try {
    if (!socket.connected) {
      await api.markRead(room, seq);
      return;
    }
    const answer = await ask("read", { room, seq });
    if (!answer.ok) return;
    editRooms(client, (list) => changeRoom(list, room, (item) => withReadSoFar(item, seq, answer.unread_count)));
  } catch {
    // Seen again at the next look: the mark is forgotten, not the message.
    marked.delete(room);
  }
}
