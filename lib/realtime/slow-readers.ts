import type { Server } from "socket.io";
import { mostUnsent } from "./connection";
import type { ChatSocket } from "./socket-connection";

const every = 1000;

/**
 * Cuts Socket.IO clients that read too slowly: the engine would keep what they do not take for as long as they answer
 * its pings. They connect again and sync. Returns how to stop looking.
 */
export function watchSlowReaders(io: Server): () => void {
  const timer = setInterval(() => {
    for (const socket of io.of("/").sockets.values()) {
      const line = socket.conn.request.socket;
      // Closing politely would wait behind everything that is unsent.
      if (line.writableLength + queued(socket) > mostUnsent) line.destroy();
    }
  }, every).unref();
  return () => clearInterval(timer);
}

/** What the engine holds back until the line has taken the last batch. Its type hides the buffer; its documentation does not. */
function queued(socket: ChatSocket): number {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: { data?: string }[] };
  let bytes = 0;
  for (const packet of writeBuffer) bytes += packet.data?.length ?? 0;
  return bytes;
}
