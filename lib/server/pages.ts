import http from "node:http";
import next from "next";
import type { Config } from "@/lib/config/config";
import { clientAddress } from "@/lib/server/client-address";
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
    handle(request, answer) {
      // Next passes this header on to its handlers; what the client wrote there is worth nothing.
      request.headers["x-forwarded-for"] = clientAddress(request);
      return handle(request, answer);
    },
    upgrade: (request, socket, head) =>
      dev && (request.url ?? "").startsWith("/_next/") && decoy.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}
