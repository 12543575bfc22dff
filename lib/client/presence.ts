import type { PresenceEvent } from "@/lib/contract/events";
import type { ChatSocket } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";

const presence = createStore<Record<number, PresenceEvent["status"]>>({});

export function notePresence(socket: ChatSocket): () => void {
  const onPresence = (sign: PresenceEvent) => presence.set((now) => ({ ...now, [sign.user_id]: sign.status }));
  socket.on("presence", onPresence);
  return () => socket.off("presence", onPresence);
}

export function useOnline(user: number | null | undefined): boolean {
  return presence.use((people) => (user ? people[user] === "online" : false));
}
