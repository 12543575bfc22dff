import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { answering } from "./answering";
import { lighthouseScores } from "./lighthouse";
import { LoadProcess, type LoadRequest } from "./load-process";
import { median } from "./median";
import { PageVisitor } from "./page-visitor";
import { findPgbench, pgbench, yardsticks } from "./pgbench";
import { type Product, startProduct, startYardstick } from "./product";
import { PushCrowd } from "./push-crowd";
import { restSends } from "./rest-sends";

const usage = `npm run bench [-- NAME …]
  Drives the built server, and prints how it compares. Needs a build (npm run build) and pgbench
  (Debian: apt-get install postgresql-contrib).
  NAME            only what has this in its name: hot, hundred, lone, rest, delivery, push, memory,
                  answering, offline, lighthouse (fetches a program by npx)
  BENCH_ROUNDS    measured rounds of each comparison, after one that does not count (default 5)
  BENCH_SECONDS   how long each half of a round takes (default 3)`;

const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const names = process.argv.slice(2);

type Person = { id: number; token: string };
type Bound = { atLeast: number } | { atMost: number };
type Round = { ours: number; yardstick: number };

const verdicts: boolean[] = [];
const wanted = (name: string) => names.length === 0 || names.some((one) => name.startsWith(one));

/** Ours and the yardstick in turn, so that whatever else the machine does falls on both. */
async function compare(name: string, what: string, bound: Bound, round: () => Promise<Round>): Promise<void> {
  if (!wanted(name)) return;
  await round();
  const results: Round[] = [];
  for (let i = 0; i < rounds; i++) results.push(await round());
  const ratios = results.map(({ ours, yardstick }) => ours / yardstick);
  const middle = (which: keyof Round) => median(results.map((one) => one[which])).toPrecision(4);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  note(what, median(ratios), bound, `${middle("ours")} : ${middle("yardstick")}, rounds ${spread}`);
}

function note(what: string, value: number, bound: Bound, detail: string): void {
  const good = "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
  const limit = "atLeast" in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`;
  verdicts.push(good);
  console.log(`${good ? "met    " : "NOT MET"}  ${what}: ${value.toFixed(2)} (${limit}; ${detail})`);
}

/** 5,000 sockets of 100 people: what each costs the server's process, and whether all are still there afterwards. */
async function holding(product: Product, everybody: Person[]): Promise<void> {
  if (!wanted("memory")) return;
  const crowd = new LoadProcess();
  const connect = (count: number) => {
    const tokens = Array.from({ length: count }, (_, i) => everybody[i % everybody.length]?.token ?? "");
    return crowd.ask({ do: "connect", url: product.url, tokens });
  };
  await connect(500);
  const before = product.memory();
  await connect(4500);
  // Long enough for two pings of everybody, and for what was only needed to let them in to be given back.
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  const each = (product.memory() - before) / 4500;
  note("memory of an idle authenticated socket, kB", each, { atMost: 45 }, `${product.memory()} kB with 5,000`);
  const { count } = await crowd.ask({ do: "living" });
  note("of 5,000 sockets held", count, { atLeast: 5000 }, "after 25 s");
  await crowd.end();
}

async function sending(product: Product, everybody: Person[], program: string): Promise<void> {
  const load = new LoadProcess();
  const rooms: string[] = [];
  for (let i = 0; i < 100; i++) rooms.push(await product.room(everybody.slice(0, 32)));
  await load.ask({ do: "connect", url: product.url, tokens: everybody.slice(0, 32).map((person) => person.token) });
  const send = (senders: number, where: string[]) =>
    load.ask({ do: "send", senders, rooms: where, ms: seconds * 1000 });
  const yardstick = (script: string, clients: number) =>
    pgbench(program, product.databaseUrl, script, clients, seconds);
  await compare("hot", "sends/s into one room, 32 senders, to UPDATE + INSERT", { atLeast: 2 }, async () => ({
    yardstick: (await yardstick(yardsticks.hotRoom, 32)).perSecond,
    ours: (await send(32, rooms.slice(0, 1))).perSecond,
  }));
  await compare("hundred", "sends/s into 100 rooms, 32 senders, to UPDATE + INSERT", { atLeast: 0.4 }, async () => ({
    yardstick: (await yardstick(yardsticks.hundredRooms, 32)).perSecond,
    ours: (await send(32, rooms)).perSecond,
  }));
  await compare("lone", "a lone sender's p50, ms, to a commit", { atMost: 8 }, async () => ({
    yardstick: (await yardstick(yardsticks.plainInsert, 1)).p50,
    ours: (await send(1, rooms.slice(1, 2))).p50,
  }));
  await load.end();
  await compare("rest", "sends/s by REST, 8 clients, to INSERT of 8 clients", { atLeast: 0.1 }, async () => ({
    yardstick: (await yardstick(yardsticks.plainInsert, 8)).perSecond,
    ours: await restSends(product.url, everybody.slice(0, 8), rooms[2] ?? "", seconds),
  }));
}

async function delivering(product: Product, members: Person[]): Promise<void> {
  if (!wanted("delivery")) return;
  const room = await product.room(members);
  const bare = await startYardstick("bench/bare-main.ts");
  const tokens = members.map((person) => person.token);
  const [ours, theirs] = [new LoadProcess(), new LoadProcess()];
  await ours.ask({ do: "connect", url: product.url, tokens });
  await theirs.ask({ do: "connect", url: bare.url, tokens });
  const request: LoadRequest = { do: "send", senders: tokens.length, rooms: [room], ms: seconds * 1000 };
  await compare("delivery", "deliveries/s in a room of 50, to bare Socket.IO", { atLeast: 2 }, async () => ({
    yardstick: (await theirs.ask(request)).deliveredPerSecond,
    ours: (await ours.ask(request)).deliveredPerSecond,
  }));
  await Promise.all([ours.end(), theirs.end()]);
  bare.child.kill("SIGTERM");
}

/** The budgets of the page that a browser alone can tell: interaction to next paint, layout shift. */
async function onScreen(product: Product, [reader, writer]: Person[]): Promise<void> {
  if (!wanted("answering") || !reader || !writer) return;
  const { quiet, busy, shift, loaded, perSecond } = await answering(product, [reader, writer]);
  const amid = `with ${loaded} messages loaded`;
  const ratio = `${(busy / quiet).toFixed(2)} times the same while nothing arrives`;
  note(`interaction to next paint ${amid}, ms`, quiet, { atMost: 100 }, "nothing arrives");
  note(`interaction to next paint ${amid}, ms`, busy, { atMost: 100 }, `${perSecond.toFixed(1)}/s arrive; ${ratio}`);
  note("layout shift in that room", shift, { atMost: 0.02 }, "from its opening to the end");
}

/** What people notice of 10,000 notifications that are being handed over: those who talk in another room meanwhile. */
async function notifying(product: Product, members: Person[]): Promise<void> {
  if (!wanted("push")) return;
  const service = await startYardstick("bench/push-service-main.ts");
  const everybody = await product.room(members);
  const room = await product.room(members);
  const crowd = await PushCrowd.gather(product, everybody, 10_000, service.url);
  const load = new LoadProcess();
  await load.ask({ do: "connect", url: product.url, tokens: members.map((person) => person.token) });
  let under = Infinity;
  const round = (senders: number, result: "deliveredPerSecond" | "p50") => async (): Promise<Round> => {
    const talk = () => load.ask({ do: "send", senders, rooms: [room], ms: seconds * 1000 });
    const yardstick = (await talk())[result];
    await crowd.call(members[0]?.token ?? "");
    const ours = (await talk())[result];
    under = Math.min(under, await crowd.count("queued"));
    await crowd.dismiss();
    return { ours, yardstick };
  };
  await compare(
    "push",
    "deliveries/s while 10,000 are notified, to without",
    { atLeast: 0.6 },
    round(8, "deliveredPerSecond"),
  );
  await compare(
    "push",
    "a lone sender's p50, ms, while 10,000 are notified, to without",
    { atMost: 2 },
    round(1, "p50"),
  );
  note("notifications still waiting when it ended, at least", under, { atLeast: 1 }, "else nothing was measured");
  await load.end();
  service.child.kill("SIGTERM");
}

/** What a browser makes of the built pages: the demo's, since they need somebody who has rooms and messages. */
async function visiting(): Promise<void> {
  if (!wanted("offline") && !wanted("lighthouse")) return;
  const product = await startProduct("demo");
  const visitor = await PageVisitor.arrive(product.url);
  try {
    if (wanted("lighthouse")) {
      const scores = await lighthouseScores(product.url + visitor.path, await visitor.cookie(), Math.min(rounds, 3));
      const detail = scores.complaints.join("; ") || "nothing to complain about";
      note("Lighthouse, phone: performance", scores.performance, { atLeast: 95 }, detail);
      note("Lighthouse, phone: accessibility", scores.accessibility, { atLeast: 100 }, "");
      note("Lighthouse, phone: best practices", scores["best-practices"], { atLeast: 100 }, "");
    }
    if (wanted("offline")) {
      await visitor.prepare();
      const times: number[] = [];
      for (let i = 0; i <= rounds; i++) times.push(await visitor.offlineStart(4));
      const counted = times.slice(1);
      const spread = `${Math.min(...counted).toFixed(0)} to ${Math.max(...counted).toFixed(0)}`;
      note("ms until the last room is there, offline, 4× slower", median(counted), { atMost: 1000 }, spread);
    }
  } finally {
    await visitor.leave();
    await product.stop();
  }
}

if (names.includes("--help")) {
  console.log(usage);
  process.exit(0);
}
if (!existsSync("dist/server.js")) {
  console.error(`There is no built server.\n\n${usage}`);
  process.exit(1);
}
const program = findPgbench();
if (program === null) console.error("There is no pgbench: what is compared with it is not measured, and not met.");
console.log(`${rounds} rounds of 2 × ${seconds} s, medians of their ratios; ${availableParallelism()} processors`);
const product = await startProduct();
try {
  const everybody = await product.people(100);
  // First: what the server did before does not count as the sockets' memory.
  await holding(product, everybody);
  if (program !== null) await sending(product, everybody, program);
  else if (["hot", "hundred", "lone", "rest"].some(wanted)) verdicts.push(false);
  await delivering(product, everybody.slice(0, 50));
  await notifying(product, everybody.slice(0, 50));
  await onScreen(product, everybody.slice(50));
} finally {
  await product.stop();
}
await visiting();
const bad = verdicts.filter((good) => !good).length;
console.log(`${verdicts.length - bad} met, ${bad} not met`);
process.exit(bad === 0 ? 0 : 1);
