import http from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { dropInsideHeaders } from "./drop-inside-headers";

/** What arrives behind it of a request with these headers. */
async function arriving(headers: Record<string, string>): Promise<http.IncomingHttpHeaders> {
  const server = http.createServer((request, answer) => {
    dropInsideHeaders(request.headers);
    answer.end(JSON.stringify(request.headers));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const { port } = server.address() as AddressInfo;
    return (await (await fetch(`http://127.0.0.1:${port}/chat`, { headers })).json()) as http.IncomingHttpHeaders;
  } finally {
    server.close();
  }
}

/** Read by Next 16 (base-server, its router and its proxies), and by the frameworks and proxies that people put before it. */
const forInside = [
  "X-Middleware-Subrequest",
  "x-middleware-override-headers",
  "x-middleware-request-cookie",
  "x-middleware-rewrite",
  "X-Invoke-Path",
  "x-invoke-status",
  "x-matched-path",
  "x-now-route-matches",
  "x-vercel-forwarded-for",
  "x-next-cache-tags",
  "x-next-resume-state-length",
  "x-nextjs-data",
  "next-resume",
  "next-action",
  "X-Forwarded-Host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
  "forwarded",
  "x-original-url",
  "x-rewrite-url",
  "x-http-method-override",
  "x-method-override",
];

it.each(forInside)("%s from a client does not get inside", async (name) => {
  expect(await arriving({ [name]: "1" })).not.toHaveProperty([name.toLowerCase()]);
});

it("leaves what browsers send", async () => {
  const sent = { rsc: "1", "next-router-prefetch": "1", "next-url": "/chat", cookie: "a=b", purpose: "prefetch" };
  expect(await arriving(sent)).toMatchObject(sent);
});
