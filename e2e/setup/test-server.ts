import { closeBus } from "@/lib/events/bus";
import { createFront } from "@/lib/server/http-front";
import { listen } from "@/lib/server/listen";
import { handleApi } from "@/lib/http/handle-api";
import { attachRealtime } from "@/lib/realtime/attach-realtime";

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  port: number;
  /** As the real server ends; `grace` as in `drain`. */
  stop(grace?: number): Promise<void>;
}

/**
 * The API and both kinds of sockets on a free port, through the same front as the real server, without pages: starts in
 * milliseconds. Call `useTestDatabase()` first.
 */
export async function startTestServer(ready = () => Promise.resolve()): Promise<TestServer> {
  const front = createFront("http://localhost:3000");
  const port = await listen(front.server, 0, "127.0.0.1");
  const realtime = attachRealtime();
  front.open({ api: handleApi, realtime, ready });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async stop(grace = 0) {
      front.stopAccepting();
      await Promise.all([realtime.close(), front.drain(5500, grace)]);
      await closeBus();
    },
  };
}
