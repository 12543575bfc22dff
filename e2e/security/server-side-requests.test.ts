import dns from "node:dns";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "@/lib/contract/shapes";
import { cast, type Person } from "@/e2e/setup/cast";
import { crew } from "@/e2e/setup/crew";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";

process.env.DATA_DIR = await temporaryFolder();
// One address of this machine stands for the web; every other one is inside.
const web = "127.0.0.77";
process.env.LINK_PREVIEW_NETWORKS = web;
await useTestDatabase();
const { previewLink } = await import("@/lib/domain/links/preview-link");
const { listen } = await import("@/lib/server/listen");
const { post } = await import("@/lib/push/post");

/**
 * A message's link makes the server ask. Names are resolved by a resolver that says something else each time, as an
 * attacker's does: what was checked must be what is connected to, and nobody inside is ever asked.
 */
const inside = [
  "127.0.0.1",
  "127.9.9.9",
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "192.168.1.1",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  // Notations of IPv4 that some systems still follow, and what was never given to anybody.
  "::10.0.0.1",
  "::a9fe:a9fe",
  "::127.0.0.1",
  "200::1",
  "4000::1",
  "::ffff:127.0.0.1",
  "::ffff:a9fe:a9fe",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::7f00:1",
  "2002:7f00:1::",
  "fe80::1",
  "fc00::1",
  "fd00:ec2::254",
  "fec0::1",
  "ff02::1",
];

/** What each name is said to be, at one question after the other; the last answer stays. */
const names = new Map<string, string[][]>();
const questions: string[] = [];
const real = dns.lookup;

type Found = (error: NodeJS.ErrnoException | null, address?: string | dns.LookupAddress[], family?: number) => void;

function lookup(name: string, options: dns.LookupOptions, found: Found): void {
  const known = names.get(name);
  if (!known) return (real as unknown as typeof lookup)(name, options, found);
  questions.push(name);
  const said = known.length > 1 ? known.shift() : known[0];
  const addresses = (said ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  const [first] = addresses;
  process.nextTick(() => (options.all ? found(null, addresses) : found(null, first?.address, first?.family)));
}

type Answer = (request: IncomingMessage, answer: ServerResponse) => void;
const pages: Record<string, Answer> = {};
/** Who was asked for what: the address that was connected to, and the path. */
const asked: string[] = [];
const site = http.createServer((request, answer) => {
  asked.push(`${(request.socket.localAddress ?? "").replace("::ffff:", "")} ${request.url}`);
  const page = pages[request.url ?? ""];
  if (page) page(request, answer);
  else answer.writeHead(404).end();
});
const html = { "content-type": "text/html; charset=utf-8" };
const titled =
  (title: string, more = ""): Answer =>
  (_, answer) =>
    void answer.writeHead(200, html).end(`<title>${title}</title>${more}`);

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;
let port: number;
const { group, send } = crew("/", () => ({ url: server.url, people }));

beforeAll(async () => {
  dns.lookup = lookup as unknown as typeof dns.lookup;
  syncBuiltinESMExports();
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  room = (await group(["ada", "ben"])).id;
  port = await listen(site, 0, "::");
  pages["/page"] = titled("A page");
  pages["/secret"] = titled("Inside");
});
afterAll(async () => {
  dns.lookup = real;
  syncBuiltinESMExports();
  await server.stop();
  site.close();
  site.closeAllConnections();
});

let given = 0;
/** A name of its own, with what it is said to be. */
function named(...answers: string[][]): string {
  const name = `host-${++given}.test`;
  names.set(name, answers);
  return name;
}

async function preview(link: string) {
  const { id } = await send("ada", room, link);
  await previewLink(id);
  return ((await people.ben.rest.get(`/api/chat/messages/${id}/`)).body as Message).link_preview;
}
const at = (name: string, path: string) => `http://${name}:${port}${path}`;
/** Which of those that were asked since then are not the web. */
const insidersAsked = (since: number) => asked.slice(since).filter((one) => !one.startsWith(`${web} `));

it("looks at a page by its name, and asks for the name once", async () => {
  const name = named([web]);
  expect(await preview(at(name, "/page"))).toMatchObject({ title: "A page", site_name: name });
  expect(questions.filter((one) => one === name)).toHaveLength(1);
});

describe("A name that", () => {
  it.each(inside)("is said to be %s is not asked", async (address) => {
    const before = asked.length;
    expect(await preview(at(named([address]), "/secret"))).toBeNull();
    expect(asked.length).toBe(before);
  });

  it.each(inside)("is said to be the web first and %s then gives its first answer alone", async (address) => {
    const before = asked.length;
    const name = named([web], [address]);
    expect(await preview(at(name, "/page"))).toMatchObject({ title: "A page" });
    expect(asked.slice(before)).toEqual([`${web} /page`]);
  });

  it("is said to be the web and us at once is not asked", async () => {
    for (const both of [
      [web, "127.0.0.1"],
      ["127.0.0.1", web],
      ["::1", web],
      [web, "::ffff:7f00:1"],
    ]) {
      const before = asked.length;
      expect(await preview(at(named(both), "/secret"))).toBeNull();
      expect(insidersAsked(before), both.join()).toEqual([]);
    }
  });

  it("becomes us while it redirects, or for its picture, is not asked again", async () => {
    const turning = named([web], ["127.0.0.1"]);
    pages["/again"] = (_, answer) => void answer.writeHead(302, { location: at(turning, "/secret") }).end();
    const pictured = named([web], ["127.0.0.1"]);
    pages["/pictured"] = titled("Pictured", `<meta property="og:image" content="${at(pictured, "/secret.png")}">`);
    const before = asked.length;
    expect(await preview(at(turning, "/again"))).toBeNull();
    expect(await preview(at(pictured, "/pictured"))).toMatchObject({ title: "Pictured", image_url: null });
    expect(asked.slice(before)).toEqual([`${web} /again`, `${web} /pictured`]);
  });
});

it.each([
  "http://2130706433/secret",
  "http://0x7f000001/secret",
  "http://0177.0.0.1/secret",
  "http://017700000001/secret",
  "http://127.1/secret",
  "http://0/secret",
  "http://1.1.1.1@127.0.0.1/secret",
  "http://127.0.0.1%2523@1.1.1.1/secret",
  "http://①②⑦.⓪.⓪.①/secret",
  "http://localhost/secret",
  "http://LOCALHOST./secret",
  "http://[::]/secret",
  "http://[::1]/secret",
  "http://[0:0:0:0:0:ffff:7f00:1]/secret",
  "http://[64:ff9b::127.0.0.1]/secret",
  "http://[::ffff:0:127.0.0.1]/secret",
  "http://[::7f00:1]/secret",
  "http://[fe80::1]/secret",
])("an address of ours however it is written, %s, is not asked", async (link) => {
  const url = link.replace(/(\/secret)$/, `:${port}$1`);
  for (const path of [url, at(web, `/to?${encodeURIComponent(url)}`)]) {
    const { pathname, search } = new URL(path.startsWith(`http://${web}`) ? path : "http://x/none");
    pages[pathname + search] = (_, answer) => void answer.writeHead(307, { location: encodeURI(url) }).end();
    const before = asked.length;
    expect(await preview(path)).toBeNull();
    expect(insidersAsked(before), path).toEqual([]);
  }
});

it("speaks to no port that is none of the web, and no protocol but the web's", async () => {
  for (const to of [
    "http://mail.test:25/",
    "http://mail.test:6667/",
    "http://mail.test:22/",
    "ftp://mail.test/",
    "gopher://mail.test:70/_x",
    "dict://mail.test/",
  ]) {
    names.set("mail.test", [[web]]);
    questions.length = 0;
    pages["/out"] = (_, answer) => void answer.writeHead(302, { location: to }).end();
    expect(await preview(at(named([web]), `/out`)), to).toBeNull();
    expect(await preview(to)).toBeNull();
    expect(
      questions.filter((one) => one === "mail.test"),
      to,
    ).toEqual([]);
  }
});

it("takes nothing that is compressed, endless or a giant picture, and sends nothing of ours along", async () => {
  const zeros = Buffer.alloc(50_000_000, " ");
  zeros.write("<title>Unpacked</title>");
  const bomb = { gzip: gzipSync(zeros), br: brotliCompressSync(zeros.subarray(0, 5_000_000)) };
  for (const [encoding, bytes] of Object.entries(bomb)) {
    pages[`/${encoding}`] = (_, answer) =>
      void answer.writeHead(200, { ...html, "content-encoding": encoding }).end(bytes);
    expect(await preview(at(web, `/${encoding}`)), encoding).toBeNull();
    pages[`/te-${encoding}`] = (_, answer) => {
      answer.socket?.end(
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: ${encoding}\r\n\r\n<title>x</title>`,
      );
    };
    expect((await preview(at(web, `/te-${encoding}`)))?.title ?? "x", encoding).toBe("x");
  }
  let sent = 0;
  pages["/endless"] = (_, answer) => {
    answer.writeHead(200, html).write("<title>Endless</title>");
    const more = () => {
      for (let taken = true; taken && !answer.destroyed; sent += 65_536) taken = answer.write("x".repeat(65_536));
    };
    answer.on("drain", more);
    more();
  };
  expect(await preview(at(web, "/endless"))).toMatchObject({ title: "Endless" });
  expect(sent).toBeLessThan(16_000_000);
  // A picture that says that it is 65,535 pixels wide and high.
  const gif = Buffer.from(
    "GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0\x3b",
    "latin1",
  );
  pages["/big.gif"] = (_, answer) => void answer.writeHead(200, { "content-type": "image/gif" }).end(gif);
  let headers: http.IncomingHttpHeaders = {};
  pages["/giant"] = (request, answer) => {
    headers = request.headers;
    titled("Giant", `<meta property="og:image" content="/big.gif">`)(request, answer);
  };
  expect(await preview(at(web, "/giant"))).toMatchObject({ title: "Giant", image_url: null });
  expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
});

it("gives up on a page that only drips, and on its picture", { timeout: 20_000 }, async () => {
  const drip: Answer = (_, answer) => {
    const timer = setInterval(() => answer.write(" "), 100);
    answer.on("close", () => clearInterval(timer));
  };
  pages["/silent"] = () => undefined;
  pages["/drip"] = (request, answer) => {
    answer.writeHead(200, html).write("<title>Drip</title>");
    drip(request, answer);
  };
  pages["/drip.png"] = (request, answer) => {
    answer.writeHead(200, { "content-type": "image/png" });
    drip(request, answer);
  };
  pages["/with-drip"] = titled("Slow picture", '<meta property="og:image" content="/drip.png">');
  const [silent, dripping, pictured] = await Promise.all(
    ["/silent", "/drip", "/with-drip"].map((path) => preview(at(web, path))),
  );
  expect([silent, dripping]).toEqual([null, null]);
  expect(pictured).toMatchObject({ title: "Slow picture", image_url: null });
});

it("hands notifications to nobody inside, whatever the name of the push service says", async () => {
  for (const address of inside) {
    const before = asked.length;
    await expect(post(`https://${named([address])}:${port}/push`, {}, "x"), address).rejects.toThrow();
    expect(asked.length).toBe(before);
  }
  await expect(post(at(named([web]), "/push"), {}, "x")).rejects.toThrow("not https");
});
