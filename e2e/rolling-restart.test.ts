import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Balancer, startBalancer } from "./setup/balancer";
import { cast, type Person } from "./setup/cast";
import { type NodeProcess, startNode } from "./setup/node-process";
import { type RedisServer, startRedis } from "./setup/redis-server";
import { useTestDatabase } from "./setup/test-database";

const url = await useTestDatabase();

let redis: RedisServer;
let nodes: NodeProcess[];
let balancer: Balancer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  redis = await startRedis();
  nodes = await Promise.all([startNode(url, redis.url), startNode(url, redis.url)]);
  balancer = await startBalancer(nodes.map((node) => node.url));
  people = await cast(balancer.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
}, 60_000);
afterAll(async () => {
  balancer.stop();
  await Promise.all(nodes.map((node) => node.kill()));
  await redis.kill();
});

/** A device as people have them: it connects again by itself. */
function device(person: Person): Socket {
  return io(balancer.url, {
    transports: ["websocket"],
    auth: { token: person.access },
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
}

/** Sends as a device does, until it is known to be stored; any final refusal fails the test. */
async function send(socket: Socket, content: string): Promise<string> {
  const input = { room, content, client_id: randomUUID() };
  for (;;) {
    const lost = new Promise<undefined>((resolve) => socket.once("disconnect", () => resolve(undefined)));
    const asked = socket.timeout(5000).emitWithAck("message:send", input) as Promise<{
      ok: boolean;
      message: { id: string };
      error?: { code: string };
    }>;
    const answer = await Promise.race([asked.catch(() => undefined), lost]);
    if (answer?.ok) return answer.message.id;
    if (answer) expect(["unavailable", "timeout"]).toContain(answer.error?.code);
  }
}

it("restarts node after node without a failed action, and without a message lost", { timeout: 60_000 }, async () => {
  const ada = device(people.ada);
  const ben = device(people.ben);
  const reasons: string[] = [];
  for (const socket of [ada, ben]) socket.on("disconnect", (reason) => reasons.push(reason));
  let on = true;
  const stored: string[] = [];
  const bySocket = (async () => {
    for (let i = 0; on; i++) stored.push(await send(ada, `By socket ${i}`));
  })();
  const statuses: number[] = [];
  const byRest = (async () => {
    for (let i = 0; on; i++) {
      const answer = await people.ben.rest.post("/api/chat/messages/", { room, content: `By REST ${i}` });
      statuses.push(answer.status);
      stored.push((answer.body as { id: string }).id);
    }
  })();
  for (let i = 0; i < nodes.length; i++) {
    const began = performance.now();
    expect(await nodes[i]?.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    nodes[i] = await startNode(url, redis.url);
    balancer.use(nodes.map((node) => node.url));
  }
  on = false;
  await Promise.all([bySocket, byRest]);
  expect(new Set(statuses)).toEqual(new Set([201]));
  // Told so by the server, clients would stay away.
  expect(reasons).not.toContain("io server disconnect");
  expect(reasons.length).toBeGreaterThan(0);
  const kept = new Set<string>();
  for (let page: string | null = `/api/chat/messages/?room=${room}&page_size=100`; page !== null;) {
    const list = (await people.ada.rest.get(page)).body as { results: { id: string }[]; next: string | null };
    for (const message of list.results) kept.add(message.id);
    page = list.next === null ? null : new URL(list.next).pathname + new URL(list.next).search;
  }
  expect(stored.filter((id) => !kept.has(id))).toEqual([]);
  for (const socket of [ada, ben]) socket.disconnect();
});
