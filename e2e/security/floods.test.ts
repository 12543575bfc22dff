import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { type Answer, RestClient } from "@/e2e/setup/rest-client";
import { cast, type Person } from "@/e2e/setup/cast";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { type NodeProcess, startNode } from "@/e2e/setup/node-process";
import { type RedisServer, startRedis } from "@/e2e/setup/redis-server";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { formOf } from "@/e2e/setup/upload";

const database = await useTestDatabase();

/**
 * Each door has its limit: somebody who pushes is told to wait, at the first node as at the second, and whoever comes
 * from elsewhere at the same time is served.
 */
const names = [
  "reader",
  "writer",
  "sender",
  "socket",
  "frames",
  "typist",
  "uploader",
  "resumer",
  "attacher",
  "searcher",
  "maker",
  "refresher",
  "ben",
] as const;
type Name = (typeof names)[number];

type Told = { limited: boolean; wait: number };
type Visitor = Person & { address: string; room: string };
type Door = {
  most: number;
  seconds: number;
  by: Name;
  push: (visitor: Visitor, url: string, node: number) => Promise<Told>;
};

const told = ({ status, headers }: Answer): Told => {
  expect([200, 201, 204, 401, 429]).toContain(status);
  return { limited: status === 429, wait: Number(headers.get("retry-after")) };
};
/** As a proxy passes somebody on: the node believes it, since it trusts this machine. */
const from = ({ address }: Visitor) => ({ "x-forwarded-for": address });
const rest = (visitor: Visitor, url: string, method: string, path: string, body?: unknown) =>
  new RestClient(url, visitor.access).call(method, path, body, from(visitor)).then(told);
const nobody = (visitor: Visitor, url: string, path: string, body: object) =>
  new RestClient(url).call("POST", path, body, from(visitor)).then(told);

const lines = new Map<string, Promise<SocketListener>>();
async function command(visitor: Visitor, url: string, name: string, payload: object): Promise<Told> {
  const key = `${url} ${visitor.username}`;
  const line = lines.get(key) ?? SocketListener.connect(url, visitor.access);
  lines.set(key, line);
  const { ok, error } = (await (await line).ask(name, payload)) as unknown as {
    ok: boolean;
    error?: { code: string; retry_after?: number };
  };
  if (!ok) expect(error?.code).toBe("rate_limited");
  return { limited: !ok, wait: error?.retry_after ?? 0 };
}

const rawLines = new Map<string, Promise<RoomListener>>();
function rawLine(visitor: Visitor, url: string): Promise<RoomListener> {
  const key = `${url} ${visitor.username}`;
  const line = rawLines.get(key) ?? RoomListener.connect(url, visitor.room, visitor.access);
  rawLines.set(key, line);
  return line;
}

async function chatFrame(visitor: Visitor, url: string): Promise<Told> {
  const line = await rawLine(visitor, url);
  const client_id = randomUUID();
  line.send({ type: "chat_message", message: "Flood", client_id });
  const answer = await line.frames.find(
    (heard) =>
      heard.client_id === client_id || (heard.message as { client_id?: string } | undefined)?.client_id === client_id,
    "an answer to the frame",
  );
  if (answer.type === "error") expect(answer.code).toBe("rate_limited");
  return { limited: answer.type === "error", wait: Number(answer.retry_after) };
}

let turn: Promise<unknown> = Promise.resolve();
/** A sign of typing is answered only when it is refused, so that another frame has to tell when it was done. */
function typingFrame(visitor: Visitor, url: string): Promise<Told> {
  const work = async () => {
    const line = await rawLine(visitor, url);
    const before = line.frames.all.length;
    line.send({ type: "typing", is_typing: true });
    line.send({ type: "history", limit: 1 });
    const isNew = (heard: { type: string }) => line.frames.all.lastIndexOf(heard) >= before;
    await line.frames.find((heard) => heard.type === "history" && isNew(heard), "the history");
    const refused = line.frames.all.slice(before).find(({ code }) => code === "rate_limited");
    return { limited: refused !== undefined, wait: Number(refused?.retry_after) };
  };
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

const file = () => ({ file: { bytes: "a list of towels", name: "towels.txt", type: "text/plain" } });

function open(visitor: Visitor, url: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      headers: from(visitor),
    });
    socket.on("error", reject);
    socket.on("unexpected-response", (_, { statusCode, headers }) => {
      socket.removeAllListeners("error").on("error", () => undefined);
      socket.terminate();
      resolve({ limited: statusCode === 429, wait: Number(headers["retry-after"]) });
    });
    socket.on("open", () => {
      socket.once("close", () => resolve({ limited: false, wait: 0 }));
      socket.terminate();
    });
  });
}

const message = (visitor: Visitor) => ({ room: visitor.room, content: "Flood", client_id: randomUUID() });
const report: Door["push"] = (v, url) => rest(v, url, "POST", "/api/reports/", { person: 1, reason: "spam" });
const doors: [string, Door][] = [
  [
    "signing in",
    {
      most: 10,
      seconds: 60,
      by: "ben",
      push: (v, url) => nobody(v, url, "/api/token/", { username: "ben", password: "x" }),
    },
  ],
  [
    "refreshing",
    {
      most: 300,
      seconds: 60,
      by: "refresher",
      push: (v, url) => nobody(v, url, "/api/token/refresh/", { refresh: "x" }),
    },
  ],
  [
    "other calls without a token",
    { most: 300, seconds: 60, by: "refresher", push: (v, url) => nobody(v, url, "/api/token/verify/", { token: "x" }) },
  ],
  ["reading", { most: 1000, seconds: 10, by: "reader", push: (v, url) => rest(v, url, "GET", "/api/users/me/") }],
  [
    "changing",
    {
      most: 300,
      seconds: 10,
      by: "writer",
      push: (v, url) => rest(v, url, "POST", `/api/chat/rooms/${v.room}/mark_read/`),
    },
  ],
  [
    "sending by REST",
    { most: 150, seconds: 10, by: "sender", push: (v, url) => rest(v, url, "POST", "/api/chat/messages/", message(v)) },
  ],
  [
    "sending by Socket.IO",
    { most: 150, seconds: 10, by: "socket", push: (v, url) => command(v, url, "message:send", message(v)) },
  ],
  ["sending by raw frames", { most: 150, seconds: 10, by: "frames", push: (v, url) => chatFrame(v, url) }],
  [
    "typing by Socket.IO",
    {
      most: 60,
      seconds: 10,
      by: "typist",
      push: (v, url) => command(v, url, "typing", { room: v.room, is_typing: true }),
    },
  ],
  ["typing by raw frames", { most: 60, seconds: 10, by: "frames", push: (v, url) => typingFrame(v, url) }],
  [
    "uploading",
    {
      most: 120,
      seconds: 60,
      by: "uploader",
      push: (v, url) => rest(v, url, "POST", "/api/chat/attachments/", formOf({}, file())),
    },
  ],
  [
    "uploading with a message",
    {
      most: 120,
      seconds: 60,
      by: "attacher",
      push: (v, url) =>
        rest(v, url, "POST", "/api/chat/messages/", formOf({ room: v.room }, { attachment: file().file })),
    },
  ],
  [
    "beginning resumable uploads",
    {
      most: 120,
      seconds: 60,
      by: "resumer",
      push: (v, url) =>
        new RestClient(url, v.access)
          .post("/api/chat/uploads/", undefined, {
            ...from(v),
            "tus-resumable": "1.0.0",
            "upload-length": "5",
            "upload-metadata": `filename ${Buffer.from("towels.txt").toString("base64")}`,
          })
          .then(told),
    },
  ],
  [
    "searching",
    {
      most: 60,
      seconds: 10,
      by: "searcher",
      push: (v, url) => rest(v, url, "GET", "/api/chat/messages/search/?q=towels"),
    },
  ],
  ["reporting", { most: 20, seconds: 600, by: "searcher", push: report }],
  [
    "making rooms",
    {
      most: 60,
      seconds: 60,
      by: "maker",
      push: (v, url) => rest(v, url, "POST", "/api/chat/rooms/", { room_type: "group", participant_ids: [] }),
    },
  ],
  ["opening sockets", { most: 1200, seconds: 60, by: "socket", push: (v, url) => open(v, url) }],
];

describe.each([
  ["on one node", 1],
  ["on two nodes with Redis", 2],
])("A flood %s", (_, count) => {
  let redis: RedisServer | undefined;
  let nodes: NodeProcess[];
  let people: Record<Name, Visitor>;
  const alone = `alone${count}`;
  let neighbour: Visitor;

  beforeAll(async () => {
    if (count > 1) redis = await startRedis();
    const env = { RATE_LIMITS: "on", TRUSTED_PROXIES: "127.0.0.1" };
    nodes = await Promise.all(Array.from({ length: count }, () => startNode(database, redis?.url, env)));
    const url = nodes[0]?.url ?? "";
    const roles = Object.fromEntries([...names.map((name) => `${name}${count}`), alone].map((name) => [name, "staff"]));
    const all = await cast(url, roles as Record<string, "staff">);
    const visitors: [string, Visitor][] = [];
    for (const [index, person] of Object.values(all).entries()) {
      const made = await person.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [] });
      const visitor = { ...person, address: `203.0.113.${index + 1}`, room: (made.body as { id: string }).id };
      visitors.push([person.username.replace(/\d$/, ""), visitor]);
    }
    people = Object.fromEntries(visitors) as Record<Name, Visitor>;
    neighbour = visitors.find(([name]) => name === "alone")?.[1] as Visitor;
  }, 60_000);
  afterAll(async () => {
    for (const line of lines.values()) (await line).socket.disconnect();
    for (const line of rawLines.values()) (await line).socket.terminate();
    lines.clear();
    rawLines.clear();
    await Promise.all(nodes.map((node) => node.kill()));
    await redis?.kill();
  });

  it.each(doors)(
    "of %s is told to wait, and nobody else",
    { timeout: 60_000 },
    async (_, { most, seconds, by, push }) => {
      const visitor = people[by];
      const at = (n: number) => nodes[n % count]?.url ?? "";
      // Fewer than would hide that two nodes count apart.
      const together = Math.min(20, most / 5);
      const waits: number[] = [];
      let tries = 0;
      const began = performance.now();
      for (; waits.length === 0 && tries < 5 * most; tries += together) {
        const answers = await Promise.all(Array.from({ length: together }, (_, n) => push(visitor, at(n), n)));
        for (const { limited, wait } of answers) if (limited) waits.push(wait);
      }
      // A slow machine needs several windows of the limit. Two nodes that count each for themselves let twice as many through.
      const windows = 1 + Math.floor((performance.now() - began) / 1000 / seconds);
      expect(tries).toBeGreaterThanOrEqual(most);
      expect(tries).toBeLessThanOrEqual(windows * most + 2 * together);
      for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(1);
      for (let n = 0; n < count; n++) {
        expect((await push(visitor, at(n), n)).limited).toBe(true);
        expect((await push(neighbour, at(n), n)).limited).toBe(false);
      }
    },
  );
});
