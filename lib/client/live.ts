import type { QueryClient } from "@tanstack/react-query";
import type { RoomEvent } from "@/lib/contract/events";
import type { Me } from "@/lib/contract/shapes";
import { applyEvents, readAfresh } from "@/lib/client/apply-events";
import { catchUp } from "@/lib/client/catch-up";
import { connectionDown, connectionRefused, connectionUp } from "@/lib/client/connection";
import { keys } from "@/lib/client/keys";
import { flushOutbox } from "@/lib/client/outbox";
import { noteBlocks } from "@/lib/client/note-blocks";
import { notePresence } from "@/lib/client/presence";
import type { RoomList } from "@/lib/client/room-list";
import { headsOf } from "@/lib/client/seq-heads";
import { ask, type ChatSocket, loadSocket } from "@/lib/client/socket";
import { noteTyping } from "@/lib/client/typing";

/** How often the cursor is moved along while nothing is wrong; also heals whatever a hint failed to bring. */
const SYNC_EVERY = 60_000;

type Live = {
  /** Up to here the events have been applied. */
  cursor: () => string | null;
  stop: () => void;
};

/**
 * Keeps the query cache equal to the server: live hints while connected, the log after every connection and gap.
 * `cursor` is as old as the oldest thing that is held, so nothing in between is missed. `refused` is called when the
 * server has ended this person's session here.
 */
export function startLive(client: QueryClient, cursor: string | null, refused: () => void): Live {
  let at = cursor;
  let stop = () => undefined as void;
  let ended = false;
  void loadSocket()
    .then((socket) => {
      if (!ended) stop = connect(client, socket, refused, { get: () => at, set: (next) => (at = next) });
    })
    .catch(() => {
      // Its library did not arrive: a page that was cut off. The next page brings it.
      if (!ended) connectionDown();
    });
  const onOffline = () => connectionDown();
  window.addEventListener("offline", onOffline);
  if (!navigator.onLine) connectionDown();
  return {
    cursor: () => at,
    stop: () => {
      ended = true;
      window.removeEventListener("offline", onOffline);
      stop();
    },
  };
}

type Cursor = { get: () => string | null; set: (next: string | null) => void };

function connect(client: QueryClient, socket: ChatSocket, refused: () => void, cursor: Cursor): () => void {
  let syncing: Promise<void> | null = null;
  let held: RoomEvent[] = [];

  const receive = (batch: RoomEvent[]) => {
    if (syncing) held.push(...batch);
    else if (applyEvents(client, batch).missed) sync();
  };

  const sync = () => {
    const connected = () => socket.connected;
    syncing ??= catchUp(client, {
      cursor,
      connected,
      sync: (input) => ask("sync", input),
      reload: () => reload(client),
    })
      .catch(() => undefined)
      .finally(() => {
        syncing = null;
        const waiting = held;
        held = [];
        if (waiting.length > 0) receive(waiting);
      });
  };

  const onRefused = () => {
    connectionRefused();
    refused();
  };
  let before = false;
  const onConnect = () => {
    connectionUp();
    sync();
    // Read marks are not in the log: after a pause, what is on screen is read afresh.
    if (before) void client.invalidateQueries({ queryKey: keys.timelines, refetchType: "active" });
    before = true;
    flushOutbox();
  };
  const onError = (error: Error & { data?: { code?: string } }) => {
    if (error.message === "unauthorized" || error.data?.code === "unauthorized") onRefused();
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
  const stopBlocks = noteBlocks(client, socket);

  socket.on("connect", onConnect);
  socket.on("disconnect", connectionDown);
  socket.on("connect_error", onError);
  socket.on("events", receive);
  socket.on("session:revoked", onRefused);
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
    socket.off("session:revoked", onRefused);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    document.removeEventListener("visibilitychange", onVisible);
    stopTyping();
    stopPresence();
    stopBlocks();
    socket.disconnect();
  };
}

/** Nothing that is held can be trusted to be whole: lists and what is on screen now, the rest when it is next opened. */
function reload(client: QueryClient): void {
  const heads = headsOf(client);
  heads.clear();
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: keys.timelines })) {
    readAfresh(client, String(queryKey[1]));
  }
  void client.invalidateQueries({ queryKey: ["room"] });
  void client
    .invalidateQueries({ queryKey: keys.rooms })
    .then(() => dropUnlisted(client))
    .catch(() => undefined);
}

/** Rooms that the list no longer has: one may have been removed from them. */
function dropUnlisted(client: QueryClient): void {
  const listed = new Set(client.getQueryData<RoomList>(keys.rooms)?.items.map((item) => item.id));
  for (const key of [keys.timelines, ["room"]]) {
    client.removeQueries({
      queryKey: key,
      type: "inactive",
      predicate: (query) => !listed.has(String(query.queryKey[1])),
    });
  }
}
