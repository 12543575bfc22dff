import { startTestServer } from "./test-server";

// A node of its own: what `startTestServer` starts, as a process that can be killed. Tells its address to the parent.
const server = await startTestServer();
process.send?.({ url: server.url });
process.once("SIGTERM", () => {
  void server.stop().then(() => process.exit(0));
});
