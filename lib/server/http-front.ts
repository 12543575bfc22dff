import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";
import { asChatError } from "@/lib/errors/as-chat-error";
import { spend } from "@/lib/http/rate-limits";
import { log } from "@/lib/log/log";
import { countRequest } from "@/lib/metrics/count-request";
import { clientAddress } from "@/lib/server/client-address";
import { incomingRequest, maxBodyBytes } from "@/lib/server/incoming-request";
import { answerError, answerJson } from "@/lib/server/json-answer";
import { OpenLines } from "@/lib/server/open-lines";
import { securityHeaders } from "@/lib/server/security-headers";
import { answerMetrics } from "@/lib/server/metrics-page";
import { sendResponse } from "@/lib/server/send-response";
import { drain } from "@/lib/server/drain";

/** What the front hands requests to. Every part may be missing: tests have no pages, for one. */
export interface Backends {
  api: (request: Request, info: { address: string }) => Promise<Response | null>;
  realtime?: { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean };
  pages?: {
    handle(request: IncomingMessage, answer: ServerResponse): Promise<void>;
    /** Hot reload in development; false when the path is not its own. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  };
  /** Resolves when the database can be used and is current, throws with the reason otherwise. */
  ready(): Promise<void>;
}

export interface Front {
  server: http.Server;
  /** From now on requests are answered; those that came earlier have waited. */
  open(backends: Backends): void;
  /** From now on no new connection is accepted. */
  stopAccepting(): void;
  /** Lets requests in flight finish within the time given, then cuts the rest. */
  drain(patience: number, grace?: number): Promise<void>;
}

/**
 * The http server of the app: one switch for requests and one for upgrades. It can listen before anything stands
 * behind it, so that a port in use is noticed before the database is started.
 */
export function createFront(origin: string): Front {
  let backends: Backends | undefined;
  let closing = false;
  let opened: () => void = () => undefined;
  const opening = new Promise<void>((resolve) => (opened = resolve));

  const everywhere = securityHeaders();
  // A photo over a bad line takes minutes; the headers have to be there at once.
  const patience = {
    requestTimeout: 900_000,
    headersTimeout: 15_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
  };
  const server = http.createServer(patience, (request, answer) => {
    for (const [name, value] of Object.entries(everywhere)) answer.setHeader(name, value);
    if (closing) answer.setHeader("connection", "close");
    countRequest(pathOf(request), answer);
    answer.on("error", (error) => log.debug({ err: error }, "the client went away"));
    handle(request, answer).catch((error: unknown) => {
      log.error({ err: error, method: request.method, path: pathOf(request) }, "request failed");
      answerError(answer, "internal", "Something went wrong on the server.");
    });
  });

  // Who neither sends nor takes anything for so long is cut, also in the middle of an answer. Sockets have their own pings.
  server.timeout = 90_000;
  const lines = new OpenLines();
  server.on("connection", (line) => {
    if (!lines.accept(line)) line.destroy();
  });

  async function handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = pathOf(request);
    if (path === "/healthz") return answerJson(answer, 200, { status: "ok" });
    if (path === "/readyz") return answerReady(answer);
    if (!backends) await opening;
    if (!backends) return answerError(answer, "unavailable", "The server is starting.");
    if (path === "/metrics" && (await answerMetrics(request, answer))) return;
    if ((path === "/api" || path.startsWith("/api/")) && (await answerByApi(request, answer, backends))) return;
    // Next would take the host of a full address for ours.
    request.url = targetOf(request);
    if (backends.pages) return backends.pages.handle(request, answer);
    answerError(answer, "not_found", "There is nothing at this address.");
  }

  async function answerReady(answer: ServerResponse): Promise<void> {
    if (!backends || closing) return answerError(answer, "unavailable", "The server is starting or stopping.");
    try {
      await backends.ready();
      answerJson(answer, 200, { status: "ready" });
    } catch (error) {
      log.warn({ err: error }, "not ready");
      answerError(answer, "unavailable", "The database is not ready.");
    }
  }

  async function answerByApi(request: IncomingMessage, answer: ServerResponse, { api }: Backends): Promise<boolean> {
    if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) {
      answerError(answer, "too_large", "The body is larger than allowed.");
      return true;
    }
    const target = targetOf(request);
    if (!URL.canParse(target, origin)) {
      answerError(answer, "invalid_input", "The address of the request is malformed.");
      return true;
    }
    const web = incomingRequest(request, answer, origin + target);
    let response: Response | null;
    try {
      response = await api(web, { address: clientAddress(request) });
    } catch (error) {
      if (answer.destroyed && !answer.writableFinished) return true;
      if (!web.tooLarge) throw error;
      response = null;
    }
    if (web.tooLarge) answerError(answer, "too_large", "The body is larger than allowed.");
    else if (response) await sendResponse(response, answer, request.method);
    else return false;
    if (!request.complete) cutSoon(request);
    return true;
  }

  server.on("upgrade", (request, socket: Duplex, head) => {
    socket.on("error", () => socket.destroy());
    if (!backends || closing) return refuse(socket, "503 Service Unavailable");
    if (!lines.upgrade(request, socket)) return refuse(socket, tooMany(60));
    spend("connect", clientAddress(request)).then(
      () => upgrade(request, socket, head),
      (refused: unknown) => refuse(socket, tooMany(asChatError(refused).retryAfter ?? 1)),
    );
  });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!backends || closing || socket.destroyed) return refuse(socket, "503 Service Unavailable");
    if (backends.realtime?.upgrade(request, socket, head)) return;
    if (backends.pages?.upgrade(request, socket, head)) return;
    refuse(socket, "404 Not Found");
  }

  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    refuse(socket, error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request");
  });

  return {
    server,
    open(given) {
      backends = given;
      opened();
    },
    stopAccepting() {
      closing = true;
      opened();
      // Node's own close of an http server also cuts connections that rest; `drain` does that when it is time.
      net.Server.prototype.close.call(server);
    },
    drain: (patience, grace = 0) => drain(server, patience, grace),
  };
}

/** Who was answered before they had sent everything may end what they send, but not keep the line for it. */
function cutSoon(request: IncomingMessage): void {
  setTimeout(() => request.complete || request.destroy(), 10_000).unref();
}

/** Path and query as the client wrote them; a full address in the request line counts for its path only. */
function targetOf(request: IncomingMessage): string {
  const target = request.url ?? "/";
  if (target.startsWith("/")) return target;
  return `/${target.replace(/^[a-z]+:\/\/[^/]*\/?/i, "")}`;
}

function pathOf(request: IncomingMessage): string {
  const target = targetOf(request);
  const query = target.indexOf("?");
  return query === -1 ? target : target.slice(0, query);
}

const tooMany = (seconds: number) => `429 Too Many Requests\r\nRetry-After: ${seconds}`;

function refuse(socket: Duplex, status: string): void {
  if (socket.writable) {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
  } else socket.destroy();
}
