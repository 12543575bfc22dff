import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { authenticateCookie, authenticateToken } from "@/lib/auth/authenticate";
import { checkOrigin } from "@/lib/auth/check-origin";
import { uuid } from "@/lib/contract/shapes";
import type { Ctx } from "@/lib/domain/ctx";
import { connectionFacts } from "@/lib/domain/rooms/connection-facts";
import { memberships } from "@/lib/domain/rooms/memberships";
import { clientAddress } from "@/lib/server/client-address";
import { enterRoom, liveRooms } from "./delivery";
import { addConnection, dropConnection, refuseTooMany } from "./people";
import { closeCodes, RawConnection } from "./raw-connection";
import { dispatchFrame } from "./raw-dispatch";
import { requestHeaders } from "./request-headers";
import { translateError } from "./translate-error";

const path = /^\/ws\/chat\/([^/]+)\/?$/;
/** A line that went dead is noticed within two of these: 16 s. */
const heartbeat = 8_000;
const setupLimit = 10_000;

export class RawWebSockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  readonly #alive = new WeakSet<WebSocket>();
  readonly #beat = setInterval(() => this.#pingAll(), heartbeat).unref();

  /** False when the path is not ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = new URL(request.url ?? "/", "http://local");
    const room = path.exec(url.pathname)?.[1];
    if (room === undefined) return false;
    try {
      checkOrigin(requestHeaders(request), url.searchParams.has("token") ? "bearer" : "cookie");
    } catch {
      // Without a token and an origin there is nobody to protect: the close code below tells what is missing.
      if (request.headers.origin !== undefined || request.headers.cookie !== undefined) {
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        return true;
      }
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.#open(opened, request, room.toLowerCase(), url.searchParams.get("token"));
    });
    return true;
  }

  close(): void {
    clearInterval(this.#beat);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #open(socket: WebSocket, request: IncomingMessage, room: string, token: string | null): void {
    // A broken or oversized frame: ws closes the connection itself.
    socket.on("error", () => undefined);
    this.#alive.add(socket);
    socket.on("pong", () => this.#alive.add(socket));
    // Frames wait in the network until we know who sends them.
    socket.pause();
    const patience = setTimeout(() => socket.terminate(), setupLimit).unref();
    void settle(socket, request, room, token).finally(() => {
      clearTimeout(patience);
      socket.resume();
    });
  }

  #pingAll(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }
}

async function settle(socket: WebSocket, request: IncomingMessage, room: string, token: string | null): Promise<void> {
  try {
    const { ctx, expiresAt } = await signIn(request, token);
    if (!uuid.safeParse(room).success) return socket.close(closeCodes.unknownRoom, "not_found");
    refuseTooMany(ctx.userId);
    const connection = new RawConnection(socket, ctx, room);
    // Registered before membership is looked up, so that a removal in between is not missed.
    addConnection(connection);
    socket.once("close", () => {
      connection.expiry.clear();
      dropConnection(connection);
      liveRooms().get(room)?.leave(connection);
    });
    const [{ unread_count }, [membership]] = await Promise.all([
      connectionFacts(ctx, room),
      memberships(ctx.userId, room),
    ]);
    if (!membership) return connection.removed();
    if (connection.ended) return;
    connection.expiry.set(expiresAt);
    const { userId: user_id, username } = ctx;
    connection.send({ type: "connection_established", room_id: room, unread_count, user_id, username });
    if (!enterRoom(connection, membership)) return connection.removed();
    socket.on("message", (data: Buffer, binary: boolean) => {
      if (connection.ended) return;
      void connection.work.run(() => dispatchFrame(connection, binary ? undefined : data.toString("utf8")));
    });
  } catch (thrown) {
    const { code } = translateError(thrown, "raw connection");
    socket.close(closeCodeOf(code), code);
  }
}

async function signIn(
  request: IncomingMessage,
  token: string | null,
): Promise<{ ctx: Ctx; expiresAt: number | undefined }> {
  const address = clientAddress(request);
  if (token === null) {
    const ctx = await authenticateCookie(request.headers.cookie ?? "");
    return { ctx: { ...ctx, address }, expiresAt: undefined };
  }
  const { expiresAt, ...ctx } = await authenticateToken(token);
  return { ctx: { ...ctx, address }, expiresAt: expiresAt * 1000 };
}

function closeCodeOf(code: string): number {
  if (code === "unauthorized") return closeCodes.unauthorized;
  if (code === "not_participant" || code === "forbidden") return closeCodes.forbidden;
  if (code === "not_found") return closeCodes.unknownRoom;
  return closeCodes.tryLater;
}
