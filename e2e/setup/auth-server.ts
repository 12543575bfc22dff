import type { IncomingMessage, ServerResponse } from "node:http";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";
import { closeBus } from "@/lib/events/bus";
import { handleApi } from "@/lib/http/handle-api";
import { attachRealtime } from "@/lib/realtime/attach-realtime";
import { requestHeaders } from "@/lib/realtime/request-headers";
import { clientAddress } from "@/lib/server/client-address";
import { createFront } from "@/lib/server/http-front";
import { listen } from "@/lib/server/listen";
import type { TestServer } from "./test-server";

const nextAuth = (NextAuth as { default?: typeof NextAuth }).default ?? NextAuth;

/**
 * As `startTestServer`, and with the browser's sign-in under `/api/auth/`: the real one with our options, spoken to
 * without Next around it. The app then lives at the server's own address.
 */
export async function startAuthServer(): Promise<TestServer> {
  const front = createFront("http://localhost:3000");
  const port = await listen(front.server, 0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  config().APP_URL = url;
  process.env.NEXTAUTH_URL = url;
  const realtime = attachRealtime();
  const pages = { handle: answer, upgrade: () => false };
  front.open({ api: handleApi, realtime, pages, ready: () => Promise.resolve() });
  return {
    url,
    port,
    async stop(grace = 0) {
      front.stopAccepting();
      await Promise.all([realtime.close(), front.drain(5500, grace)]);
      await closeBus();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", config().APP_URL);
  if (!pathname.startsWith("/api/auth/")) {
    response.end("a page");
    return;
  }
  request.headers["x-forwarded-for"] = clientAddress(request);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const cookies = Object.fromEntries(
    (request.headers.cookie ?? "").split("; ").map((pair) => {
      const cut = pair.indexOf("=");
      return [pair.slice(0, cut), decodeURIComponent(pair.slice(cut + 1))];
    }),
  );
  const query = { ...Object.fromEntries(searchParams), nextauth: pathname.split("/").slice(3) };
  const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  const api = Object.assign(request, { query, cookies, body }) as unknown as NextApiRequest;
  const out = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === "string" ? value : JSON.stringify(value)),
  }) as unknown as NextApiResponse;
  await nextAuth(api, out, nextAuthOptions(requestHeaders(request)));
}
