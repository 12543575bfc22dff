import type http from "node:http";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { closeBus } from "@/lib/events/bus";
import { useServer } from "./channel-emit";
import { startDelivery } from "./delivery";
import { RawWebSockets } from "./raw-websocket";
import { createSocketIo } from "./socket-io";
import { startSweeper } from "./sweeper";

export type Realtime = {
  /** Takes the upgrades of both kinds of socket; false when the path is neither's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
};

/** Both kinds of socket, and what keeps them told. The server's owner hands upgrades over. */
export function attachRealtime(_server: http.Server): Realtime {
  const { io, decoy } = createSocketIo();
  const raw = new RawWebSockets();
  const stops = [startDelivery(), startSweeper()];

  return {
    upgrade(request, socket, head) {
      const [pathname] = (request.url ?? "").split("?", 1);
      if (pathname !== "/socket.io/" && pathname !== "/socket.io") return raw.upgrade(request, socket, head);
      // The engine knows its path with the slash alone.
      if (pathname === "/socket.io") request.url = request.url?.replace("/socket.io", "/socket.io/");
      return decoy.emit("upgrade", request, socket, head);
    },
    async close() {
      for (const stop of stops) stop();
      raw.close();
      io.disconnectSockets(true);
      io.engine.close();
      useServer(undefined);
      await closeBus();
    },
  };
}
