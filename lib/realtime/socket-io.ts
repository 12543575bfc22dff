import http from "node:http";
import { Server } from "socket.io";
import { authenticateCookie, authenticateToken } from "@/lib/auth/authenticate";
import { checkOrigin } from "@/lib/auth/check-origin";
import { refreshCommand } from "@/lib/contract/commands";
import { ChatError } from "@/lib/contract/errors";
import type { SocketEvents } from "@/lib/contract/events";
import type { Ctx } from "@/lib/domain/ctx";
import { type Membership, memberships } from "@/lib/domain/rooms/memberships";
import { spend } from "@/lib/http/rate-limits";
import { clientAddress } from "@/lib/server/client-address";
import { devicesOf, useServer } from "./channel-emit";
import { enterRoom, leaveRooms } from "./delivery";
import { type Ack, answer, dispatch } from "./dispatch";
import { addConnection, dropConnection, refuseTooMany } from "./people";
import { greet } from "./presence";
import { requestHeaders } from "./request-headers";
import { type ChatSocket, SocketConnection } from "./socket-connection";
import { translateError } from "./translate-error";
import { writeTogether } from "./write-together";

type Arrived = { connection: SocketConnection; rooms: Membership[] };

const arrivals = new WeakMap<ChatSocket, Arrived>();

/** The Socket.IO side. It sits on a server that never listens: only upgrades that are handed over reach it. */
export function createSocketIo(): { io: Server; decoy: http.Server } {
  const decoy = http.createServer();
  const io = new Server<Record<string, (...args: unknown[]) => void>, SocketEvents>(decoy, {
    path: "/socket.io",
    transports: ["websocket"],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1024,
    // A line that went dead is noticed within 18 s.
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    allowRequest(request, decide) {
      try {
        checkOrigin(requestHeaders(request), "bearer");
        decide(null, true);
      } catch {
        decide("bad_origin", false);
      }
    },
  });
  io.use((socket, next) => {
    arrive(socket).then(
      () => next(),
      (thrown: unknown) => next(refusal(thrown)),
    );
  });
  io.on("connection", settle);
  writeTogether(io);
  useServer(io);
  return { io: io, decoy };
}

async function arrive(socket: ChatSocket): Promise<void> {
  const { ctx, expiresAt } = await signIn(socket);
  refuseTooMany(ctx.userId);
  const connection = new SocketConnection(socket, ctx);
  addConnection(connection);
  // Also when the client goes away before it was let in.
  socket.conn.once("close", () => {
    connection.expiry.clear();
    dropConnection(connection);
    leaveRooms(connection);
  });
  try {
    arrivals.set(socket, { connection, rooms: await memberships(ctx.userId) });
    connection.expiry.set(expiresAt);
  } catch (error) {
    dropConnection(connection);
    throw error;
  }
}

async function signIn(socket: ChatSocket): Promise<{ ctx: Ctx; expiresAt: number | undefined }> {
  const { token } = socket.handshake.auth as { token?: unknown };
  const address = clientAddress(socket.request);
  if (typeof token === "string" && token !== "") {
    const { expiresAt, ...ctx } = await authenticateToken(token);
    return { ctx: { ...ctx, address }, expiresAt: expiresAt * 1000 };
  }
  if (token !== undefined && token !== null) throw new ChatError("unauthorized", "The token is not valid.");
  checkOrigin(requestHeaders(socket.request), "cookie");
  const ctx = await authenticateCookie(socket.request.headers.cookie ?? "");
  return { ctx: { ...ctx, address }, expiresAt: undefined };
}

/** Socket.IO tells the client `message` and `data`. */
function refusal(thrown: unknown): Error {
  const data = translateError(thrown, "connect");
  return Object.assign(new Error(data.code), { data });
}

function settle(socket: ChatSocket): void {
  const arrived = arrivals.get(socket);
  if (!arrived) return void socket.disconnect(true);
  const { connection, rooms } = arrived;
  arrivals.delete(socket);
  void socket.join(devicesOf(connection.ctx.userId));
  for (const membership of rooms) enterRoom(connection, membership);
  greet(
    connection,
    rooms.map(({ room_id }) => room_id),
  );
  socket.onAny((name: string, ...args: unknown[]) => {
    const last = args.at(-1);
    const ack = typeof last === "function" ? (last as (reply: Ack) => void) : undefined;
    const payload = ack && args.length === 1 ? undefined : args[0];
    void connection.work.run(async () => ack?.(await reply(connection, name, payload)));
  });
}

function reply(connection: SocketConnection, name: string, payload: unknown): Promise<Ack> {
  if (name === "auth:refresh") return answer(name, () => refresh(connection, payload));
  if (connection.expiry.over) {
    return answer(name, () => Promise.reject(new ChatError("unauthorized", "The token has expired.")));
  }
  return dispatch(connection.ctx, name, payload);
}

/** A fresh token of the same person on the living connection. */
async function refresh(connection: SocketConnection, payload: unknown): Promise<object> {
  await spend("read", connection.ctx.userId);
  const { token } = refreshCommand.parse(payload);
  const { expiresAt, ...ctx } = await authenticateToken(token);
  if (ctx.userId !== connection.ctx.userId) throw new ChatError("wrong_user", "This token belongs to somebody else.");
  const { address = "" } = connection.ctx;
  connection.ctx = { ...ctx, address };
  connection.expiry.set(expiresAt * 1000);
  return {};
}
