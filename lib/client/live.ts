import type { QueryClient } from "@tanstack/react-query";
import type { RoomEvent } from "@/lib/contract/events";
import type { Me } from "@/lib/contract/shapes";
import { applyEvents } from "@/lib/client/apply-events";
import { connectionDown, connectionRefused, connectionUp } from "@/lib/client/connection";
import { keys } from "@/lib/client/keys";
import { flushOutbox } from "@/lib/client/outbox";
import { notePresence } from "@/lib/client/presence";
import { headsOf } from "@/lib/client/seq-heads";
import { ask, chatSocket } from "@/lib/client/socket";
import { noteTyping } from "@/lib/client/typing";

/** How often the cursor is moved along while nothing is wrong; also heals whatever a hint failed to bring. */
const SYNC_EVERY = 60_000;
const SYNC_LIMIT = 500;

/**
 * Keeps the query cache equal to the server: live hints while connected, the log after every connection and gap.
 * `cursor` comes with the page, so nothing between the render and the first connection is missed.
 */
export function startLive(client: QueryClient, cursor: string | null): () => void {
  const socket = chatSocket();
  let at = cursor;
  let syncing: Promise<void> | null = null;
  let held: RoomEvent[] = [];

  const receive = (batch: RoomEvent[]) => {
    if (syncing) held.push(...batch);
    else if (applyEvents(client, batch).missed) sync();
  };

  const pull = async () => {
    for (let more = true; more && socket.connected;) {
      const answer = await ask("sync", { cursor: at, limit: SYNC_LIMIT });
      if (!answer.ok) {
        if (answer.error.code === "bad_cursor") at = null;
        return;
      }
      if (answer.reset) reload(client);
      else applyEvents(client, answer.events);
      at = answer.cursor;
      more = answer.has_more;
    }
  };

  const sync = () => {
    syncing ??= pull()
      .catch(() => undefined)
      .finally(() => {
        syncing = null;
        const waiting = held;
        held = [];
        if (waiting.length > 0) receive(waiting);
      });
  };

  let before = false;
  const onConnect = () => {
    connectionUp();
    sync();
    // Read marks are not in the log: after a pause, what is on screen is read afresh.
    if (before) void client.invalidateQueries({ queryKey: keys.timelines, refetchType: "active" });
    before = true;
    void flushOutbox(client);
  };
  const onError = (error: Error & { data?: { code?: string } }) => {
    if (error.message === "unauthorized" || error.data?.code === "unauthorized") connectionRefused();
    else connectionDown();
  };
  const onOnline = () => {
    connectionDown();
    socket.disconnect().connect();
  };
  const onOffline = () => {
    socket.disconnect();
    connectionDown();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible" && socket.connected) sync();
  };
  const stopTyping = noteTyping(socket, () => client.getQueryData<Me>(keys.me)?.id ?? 0);
  const stopPresence = notePresence(socket);

  socket.on("connect", onConnect);
  socket.on("disconnect", connectionDown);
  socket.on("connect_error", onError);
  socket.on("events", receive);
  socket.on("session:revoked", connectionRefused);
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  document.addEventListener("visibilitychange", onVisible);
  const timer = setInterval(onVisible, SYNC_EVERY);
  socket.connect();

  return () => {
    clearInterval(timer);
    socket.off("connect", onConnect);
    socket.off("disconnect", connectionDown);
    socket.off("connect_error", onError);
    socket.off("events", receive);
    socket.off("session:revoked", connectionRefused);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    document.removeEventListener("visibilitychange", onVisible);
    stopTyping();
    stopPresence();
    socket.disconnect();
  };
}

function reload(client: QueryClient): void {
  headsOf(client).clear();
  void client.invalidateQueries({ queryKey: keys.rooms });
  void client.invalidateQueries({ queryKey: ["room"] });
  void client.invalidateQueries({ queryKey: keys.timelines });
}
