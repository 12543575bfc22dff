import type { PresenceEvent } from "@/lib/contract/events";
import type { ChatSocket } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";

const presence = createStore<Record<number, PresenceEvent["status"]>>({});

export function notePresence(socket: ChatSocket): () => void {
  const onPresence = (sign: PresenceEvent) => presence.set((now) => ({ ...now, [sign.user_id]: sign.status }));
  // Nobody tells what changes in the meantime; the next connection tells everything anew.
  const onDisconnect = () => presence.set({});
  socket.on("presence", onPresence);
  socket.on("disconnect", onDisconnect);
  return () => {
    socket.off("presence", onPresence);
    socket.off("disconnect", onDisconnect);
  };
}

/** `loaded` is what the server said when it was last asked: it counts as long as no sign has come. */
export function useOnline(user: number | null | undefined, loaded = false): boolean {
  return presence.use((people) => {
    const status = user ? people[user] : undefined;
    return status === undefined ? loaded : status === "online";
  });
}
