import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { useServer } from "./channel-emit";
import { startDelivery } from "./delivery";
import { handOver } from "./hand-over";
import { allConnections } from "./people";
import { startPresence } from "./presence";
import { RawWebSockets } from "./raw-websocket";
import { watchSlowReaders } from "./slow-readers";
import { createSocketIo } from "./socket-io";
import { startSweeper } from "./sweeper";

export type Realtime = {
  /** Takes the upgrades of both kinds of socket; false when the path is neither's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Sends the clients to whoever else is there, and ends. */
  close(): Promise<void>;
};

/** Both kinds of socket, and what keeps them told. The server's owner hands upgrades over. */
export function attachRealtime(): Realtime {
  const { io, decoy } = createSocketIo();
  const raw = new RawWebSockets();
  const stops = [startPresence(), startDelivery(), startSweeper(), watchSlowReaders(io)];

  return {
    upgrade(request, socket, head) {
      const [pathname] = (request.url ?? "").split("?", 1);
      if (pathname !== "/socket.io/" && pathname !== "/socket.io") return raw.upgrade(request, socket, head);
      // The engine knows its path with the slash alone.
      if (pathname === "/socket.io") request.url = request.url?.replace("/socket.io", "/socket.io/");
      return decoy.emit("upgrade", request, socket, head);
    },
    async close() {
      await handOver([...allConnections()]);
      for (const stop of stops) stop();
      raw.close();
      io.engine.close();
      useServer(undefined);
    },
  };
}
