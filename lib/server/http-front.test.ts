import { once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Backends, createFront, type Front } from "@/lib/server/http-front";
import { listen } from "@/lib/server/listen";

let front: Front;
let port: number;
beforeEach(async () => {
  front = createFront("https://chat.example.com");
  port = await listen(front.server, 0, "127.0.0.1");
});
afterEach(async () => {
  front.stopAccepting();
  await front.drain(200);
});

const open = (api: Backends["api"]) => front.open({ api, ready: () => Promise.resolve() });
const streamOf = (pieces: Uint8Array[]) => Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>;
const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);

test("a handler sees a Request of the app's own origin, with headers, JSON and the client's address", async () => {
  open(async (request, { address }) =>
    Response.json({
      url: request.url,
      kind: request.headers.get("content-type"),
      isRequest: request instanceof Request,
      body: (await request.json()) as unknown,
      address,
    }),
  );
  const answer = await ask("/api/echo?a=1", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "žluťoučký" }),
  });
  expect(await answer.json()).toEqual({
    url: "https://chat.example.com/api/echo?a=1",
    kind: "application/json",
    isRequest: true,
    body: { text: "žluťoučký" },
    address: "127.0.0.1",
  });
});

test("forms, streams and a second reading work as with any Request", async () => {
  open(async (request) => {
    if (request.method === "GET") return Response.json({ body: request.body });
    const copy = request.clone();
    const form = await request.formData();
    await expect(request.text()).rejects.toThrow();
    return Response.json({
      fields: [...form.keys()],
      used: request.bodyUsed,
      size: (await copy.arrayBuffer()).byteLength,
    });
  });
  const form = new FormData();
  form.set("room", "1");
  form.set("attachment", new Blob(["x".repeat(200_000)]), "x.txt");
  const answer = (await (await ask("/api/x", { method: "POST", body: form })).json()) as { size: number };
  expect(answer).toMatchObject({ fields: ["room", "attachment"], used: true });
  expect(answer.size).toBeGreaterThan(200_000);
  expect(await (await ask("/api/x")).json()).toEqual({ body: null });
});

test("cookies stay separate, bodies stream, and unknown addresses are 404 in JSON", async () => {
  open((request) => {
    if (!request.url.endsWith("/api/x")) return Promise.resolve(null);
    const headers = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    const body = streamOf([1, 2, 3].map((n) => new TextEncoder().encode(String(n).repeat(100_000))));
    return Promise.resolve(new Response(body, { status: 201, headers }));
  });
  const answer = await ask("/api/x");
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect((await answer.text()).length).toBe(300_000);
  const unknown = await ask("/api/y");
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: "not_found" });
});

test("a body over the limit is 413, with and without a stated length, also when the handler swallows it", async () => {
  open(async (request) => Response.json(await request.text().catch(() => "swallowed")));
  const body = new Uint8Array(31 * 1024 * 1024);
  const answer = await ask("/api/x", { method: "POST", body }).catch(() => null);
  expect(answer?.status ?? 413).toBe(413);
  const init = { method: "POST", body: streamOf([body]), duplex: "half" } as RequestInit;
  const streamed = await ask("/api/x", init).catch(() => null);
  expect(streamed?.status ?? 413).toBe(413);
  expect((await ask("/healthz")).status).toBe(200);
});

test("the handler hears that the client went away", async () => {
  const gone = new Promise<void>((resolve) => {
    open(async ({ signal }) => {
      await once(signal, "abort");
      resolve();
      return new Response();
    });
  });
  const client = new AbortController();
  const asking = ask("/api/x", { signal: client.signal });
  setTimeout(() => client.abort(), 50);
  await expect(asking).rejects.toThrow();
  await gone;
});

test("a handler that throws is a 500 in JSON, and the server lives", async () => {
  open(() => Promise.reject(new Error("boom")));
  const answer = await ask("/api/x");
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: "internal" });
});

test("requests wait for the start, readiness does not", async () => {
  expect((await ask("/healthz")).status).toBe(200);
  expect((await ask("/readyz")).status).toBe(503);
  const early = ask("/api/x");
  open(() => Promise.resolve(new Response("at last")));
  expect(await (await early).text()).toBe("at last");
  expect((await ask("/readyz")).status).toBe(200);
});

test("an upgrade to a path of nobody is refused with 404 and the connection ends", async () => {
  open(() => Promise.resolve(null));
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  let said = "";
  socket.on("data", (text: Buffer) => (said += text.toString()));
  await once(socket, "close");
  expect(said).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
});

test("a port in use is one clear line", async () => {
  const second = createFront("http://localhost");
  await expect(listen(second.server, port, "127.0.0.1")).rejects.toThrow(`PORT: ${port} is already in use`);
});
