import http from "node:http";
import type { AddressInfo } from "node:net";

// The push services of the world, in a process of their own: they take everything, each after a while.
const takes = 20;
const server = http.createServer((request, answer) => {
  request.resume().on("end", () => setTimeout(() => answer.writeHead(201).end(), takes));
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
