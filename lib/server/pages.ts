import { randomBytes } from "node:crypto";
import http, { type IncomingMessage } from "node:http";
import next from "next";
import type { Config } from "@/lib/config/config";
import { checkOrigin } from "@/lib/auth/check-origin";
import { requestHeaders } from "@/lib/realtime/request-headers";
import { answerError } from "@/lib/server/json-answer";
import { pagePolicy } from "@/lib/server/security-headers";
import { clientAddress } from "@/lib/server/client-address";
import { dropInsideHeaders } from "@/lib/server/drop-inside-headers";
import type { Backends } from "@/lib/server/http-front";

/** Next, prepared to answer everything that is not the API. */
export async function startPages(
  settings: Config,
): Promise<NonNullable<Backends["pages"]> & { close(): Promise<void> }> {
  process.env.NEXTAUTH_URL ??= settings.APP_URL;
  process.env.NEXTAUTH_SECRET ??= settings.AUTH_SECRET;
  const dev = settings.NODE_ENV !== "production";
  // Next adds an upgrade listener to the server it is given and closes every WebSocket whose path looks like a page.
  // This one never listens; hot reload is passed on to it by hand.
  const decoy = http.createServer();
  const app = next({ dev, dir: process.cwd(), httpServer: decoy, port: settings.PORT, hostname: "localhost" });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    async handle(request, answer) {
      const address = clientAddress(request);
      dropInsideHeaders(request.headers);
      // Next passes this header on to its handlers.
      request.headers["x-forwarded-for"] = address;
      if (!isSafe(request.method)) {
        if (fromElsewhere(request)) return answerError(answer, "bad_origin", "Requests from other sites are refused.");
        if (!(request.url ?? "").startsWith("/api/auth/")) {
          answer.setHeader("allow", "GET, HEAD");
          return answerError(answer, "method_not_allowed", "A page can only be looked at.");
        }
        // Next would take in a body of any size.
        const length = request.headers["content-length"];
        if (length === undefined ? "transfer-encoding" in request.headers : Number(length) > maxFormBytes) {
          return answerError(answer, "too_large", "The body is larger than allowed, or does not say how large it is.");
        }
      }
      // Next gives the nonce that it finds in this header of the request to the scripts of the page.
      const policy = pagePolicy(randomBytes(16).toString("base64"));
      request.headers["content-security-policy"] = policy;
      answer.setHeader("content-security-policy", policy);
      return handle(request, answer);
    },
    upgrade: (request, socket, head) =>
      dev && (request.url ?? "").startsWith("/_next/") && decoy.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}

/** A name, a password and a token of one form. */
const maxFormBytes = 64 * 1024;

const isSafe = (method = "GET") => ["GET", "HEAD", "OPTIONS"].includes(method);

/**
 * Sign-in, sign-out and set-up have no session yet that could vouch for the page. Whoever sends neither header is no
 * browser, and has no cookie of somebody else's.
 */
function fromElsewhere(request: IncomingMessage): boolean {
  const headers = requestHeaders(request);
  if (!headers.has("origin") && !headers.has("sec-fetch-site")) return false;
  try {
    checkOrigin(headers, "cookie");
    return false;
  } catch {
    return true;
  }
}
