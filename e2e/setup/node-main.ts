import { config } from "@/lib/config/config";
import { log } from "@/lib/log/log";
import { startDatabase } from "@/lib/server/start-database";
import { surviveRejections } from "@/lib/server/shutdown";
import { startTestServer } from "./test-server";

// A node of its own: what `startTestServer` starts, as a process that can be killed. Tells its address to the parent.
surviveRejections();
const database = await startDatabase(config());
const server = await startTestServer(() => database.ready());
log.debug({ url: server.url }, "a node of the tests begins");
process.send?.({ url: server.url });
process.once("SIGTERM", () => {
  void server
    .stop(2000)
    .then(() => database.stop())
    .then(() => process.exit(0));
});
