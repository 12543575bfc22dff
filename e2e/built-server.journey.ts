import { request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, test } from "@playwright/test";
import WebSocket from "ws";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

const signIn = { username: "alice", password: "aristay-demo" };

/** Bytes after gzip that a page may name: what it needs before it answers to the first tap. */
const JS_BUDGET = 170_000;
const CSS_BUDGET = 25_000;

async function namedBytes(client: APIRequestContext, path: string): Promise<{ scripts: number; styles: number }> {
  const html = await (await client.get(path)).text();
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  // What is marked so is for browsers of before 2018; every other one passes it over.
  const named = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  const files = new Set(named.flatMap((tag) => /\/_next\/static\/[^"]+?\.(?:js|css)/.exec(tag)?.[0] ?? []));
  // What the page brings in first of all is named there, in place of in the HTML.
  const begin = [...files].find((file) => file.includes("/begin-")) ?? "";
  const brought = (await (await client.get(begin)).text()).match(/\/_next\/static\/[^"]+?\.js/g) ?? [];
  expect(brought.length).toBeGreaterThan(1);
  for (const file of brought) files.add(file);
  const sum = { scripts: 0, styles: 0 };
  for (const file of files) {
    const bytes = gzipSync(await (await client.get(file)).body()).length;
    sum[file.endsWith(".js") ? "scripts" : "styles"] += bytes;
  }
  expect(sum.scripts).toBeGreaterThan(0);
  expect(sum.styles).toBeGreaterThan(0);
  return sum;
}

test("the page of a room comes with its messages in the HTML, to those signed in only", async ({
  browser,
  request,
  baseURL,
}) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const room = await alice.group("Before the script", bob);
  const words = "There before any script has run";
  await bob.post("/api/chat/messages/", { room, content: words });
  const html = await (await alice.context.request.get(`/chat/${room}`)).text();
  const plain = html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
  expect(plain.slice(0, plain.indexOf("<script>self.__next") >>> 0)).toContain(words);

  for (const path of ["/chat", `/chat/${room}`]) {
    const { scripts, styles } = await namedBytes(alice.context.request, path);
    expect.soft(scripts, `JavaScript of ${path}`).toBeLessThanOrEqual(JS_BUDGET);
    expect.soft(styles, `CSS of ${path}`).toBeLessThanOrEqual(CSS_BUDGET);
  }

  const stranger = await request.get(`${baseURL ?? ""}/chat/${room}`, { maxRedirects: 0, headers: { cookie: "" } });
  expect(stranger.status()).toBeGreaterThanOrEqual(302);
  expect(stranger.status()).toBeLessThanOrEqual(308);
  expect(stranger.headers().location).toBe(`/sign-in?next=${encodeURIComponent(`/chat/${room}`)}`);
  await alice.leave();
  await bob.leave();
});

test("every page asks for its font at once, an address that is none too", async ({ request }) => {
  for (const path of ["/sign-in", "/nowhere"]) {
    const answer = await request.get(path);
    const [, font] = /<([^>]+\.woff2)>; rel=preload; as="font"/.exec(answer.headers().link ?? "") ?? [];
    const [style] = /\/_next\/static\/[^"]+\.css/.exec(await answer.text()) ?? [];
    // The very file that the style sheet names: another one would be fetched for nothing.
    expect(await (await request.get(style ?? "")).text(), path).toContain(font?.split("/").at(-1) ?? "a font");
    expect((await request.get(font ?? "")).status(), path).toBe(200);
  }
});

test("a raw WebSocket stays open for 30 s through the built server", async ({ request, baseURL }) => {
  const signedIn = (await (await request.post("/api/token/", { data: signIn })).json()) as { access: string };
  const headers = { authorization: `Bearer ${signedIn.access}` };
  const list = (await (await request.get("/api/chat/rooms?search=Everyone", { headers })).json()) as {
    results: { id: string }[];
  };
  const room = list.results[0]?.id ?? "";
  const socket = new WebSocket(`${(baseURL ?? "").replace("http", "ws")}/ws/chat/${room}/?token=${signedIn.access}`);
  const frames: { type: string; message?: { content: string } }[] = [];
  let closed: number | undefined;
  socket.on("close", (code) => (closed = code));
  socket.on("message", (data: Buffer) => frames.push(JSON.parse(data.toString("utf8")) as (typeof frames)[number]));
  const opened = Date.now();
  await expect.poll(() => frames[0]?.type).toBe("connection_established");
  await expect.poll(() => Date.now() - opened, { timeout: 40_000, intervals: [1000] }).toBeGreaterThan(30_000);
  expect(closed).toBeUndefined();
  socket.send(JSON.stringify({ type: "chat_message", message: "Still on the line" }));
  await expect.poll(() => frames.some((frame) => frame.message?.content === "Still on the line")).toBe(true);
  socket.close();
});

for (const path of ["/", "/chat", "/ws/", "/ws/other/", "/api/chat/rooms/", "/_next/webpack-hmr"]) {
  test(`an upgrade to ${path} is refused`, async ({ baseURL }) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = httpRequest((baseURL ?? "") + path, {
        headers: {
          connection: "Upgrade",
          upgrade: "websocket",
          "sec-websocket-version": "13",
          "sec-websocket-key": Buffer.from("0123456789abcdef").toString("base64"),
        },
      });
      asked.on("upgrade", () => {
        resolve(101);
      });
      asked.on("response", (response) => {
        resolve(response.statusCode);
      });
      asked.on("error", reject);
      asked.end();
    });
    expect(status).toBe(404);
  });
}
