import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { PASSWORD, Person } from "@/e2e/setup/people";

/** What clients write into paths and headers, against the built server with its pages: it neither believes nor breaks. */

const baseURL = process.env.JOURNEY_URL ?? "";

type Said = { status: number; head: string; body: string };

/** Sends bytes as they are, and gives the first answer. */
async function say(...lines: string[]): Promise<Said> {
  const { port } = new URL(baseURL);
  const socket = connect(Number(port), "127.0.0.1");
  let heard = "";
  socket.on("error", () => undefined).on("data", (data: Buffer) => (heard += data.toString("latin1")));
  socket.write(lines.join("\r\n"));
  await once(socket, "close");
  const end = heard.indexOf("\r\n\r\n");
  return { status: Number(heard.slice(9, 12)), head: heard.slice(0, end), body: heard.slice(end + 4) };
}

const host = `Host: ${new URL(baseURL).host}`;
const get = (target: string, ...headers: string[]) =>
  say(`GET ${target} HTTP/1.1`, host, "Connection: close", ...headers, "", "");

/** Where an answer leads to, as a browser reads it. */
const leadsTo = ({ head }: Said) => {
  const [, location] = /^location: (.*)$/im.exec(head) ?? [];
  return location === undefined ? undefined : new URL(location.replace(/\r$/, ""), baseURL).origin;
};

const internal = [
  "x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware",
  "x-middleware-subrequest: src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
  "x-middleware-rewrite: /admin",
  "x-middleware-next: 1",
  "x-middleware-set-cookie: next-auth.session-token=x",
  "x-middleware-override-headers: cookie\r\nx-middleware-request-cookie: next-auth.session-token=x",
  "x-invoke-path: /admin",
  "x-invoke-status: 200\r\nx-invoke-error: {}",
  "x-invoke-output: /admin",
  "x-matched-path: /offline",
  "x-now-route-matches: 1=admin",
  "x-nextjs-data: 1",
  "x-next-resume-state-length: 10",
  "next-resume: 1",
  "x-original-url: /offline",
  "x-rewrite-url: /offline",
  "x-forwarded-host: evil.example",
  "x-forwarded-proto: https\r\nx-forwarded-host: evil.example",
  "forwarded: host=evil.example;proto=https",
];

test("nothing that a client writes into headers opens a page, names another host or breaks one", async () => {
  for (const path of ["/admin", "/chat", "/api/users/me/"]) {
    const plain = await get(path);
    expect([307, 401], path).toContain(plain.status);
    for (const header of internal) {
      const answer = await get(path, header);
      expect(answer.status, `${path} ${header}`).toBe(plain.status);
      expect(leadsTo(answer), header).toBe(leadsTo(plain));
      expect(answer.head + answer.body, header).not.toContain("evil.example");
    }
  }
  // Nor the name that was asked for: sign-in and everything linked from it keep our own.
  const named = await say("GET /api/auth/providers HTTP/1.1", "Host: evil.example", "Connection: close", "", "");
  expect(named.status).toBe(200);
  expect(named.body).toContain(new URL(baseURL).host);
  expect(named.body).not.toContain("evil.example");
});

test("no method and no Server Action gets through to a page", async () => {
  const action = ["Next-Action: 7f0000000000000000000000000000000000000000", "Content-Type: text/plain;charset=UTF-8"];
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
    for (const headers of [[], action, ["Content-Type: multipart/form-data; boundary=x"]]) {
      const start = [`${method} /sign-in HTTP/1.1`, host, "Connection: close", ...headers];
      expect((await say(...start, "Content-Length: 2", "", "[]")).status, method).toBe(405);
    }
  }
  for (const header of ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]) {
    expect((await get("/api/users/me/sessions/", `${header}: DELETE`)).status, header).toBe(401);
  }
  expect((await get("/sign-in", ...action)).status).toBe(200);
});

const elsewhere = [
  "//evil.example",
  "//evil.example/%2e%2e",
  "/\\evil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "/%0d%0aLocation:%20https://evil.example",
  "/.//evil.example",
  "/%2e%2e//evil.example",
  "///evil.example//",
  "http://evil.example/chat",
  "https:evil.example",
];

test("no address leads elsewhere", async ({ browser }) => {
  const own = [undefined, new URL(baseURL).origin];
  for (const target of elsewhere.filter((one) => !one.startsWith("https:"))) {
    const answer = await get(target);
    expect(answer.status, target).toBeLessThan(500);
    expect(own, `${target}: ${answer.head}`).toContain(leadsTo(answer));
    expect(answer.head, target).not.toMatch(/^location: https:\/\/evil/im);
  }
  const gone = [
    ...elsewhere,
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/./\t/evil.example",
  ];
  const signedIn = await browser.newContext();
  await Person.signInAt(browser, signedIn, "alice");
  for (const next of gone) {
    const asked = `/sign-in?next=${encodeURIComponent(next)}`;
    const answer = await signedIn.request.get(asked, { maxRedirects: 0 });
    expect(new URL(answer.headers().location ?? "/", baseURL).origin, next).toBe(new URL(baseURL).origin);
  }
  await signedIn.close();
  // The same in a browser, where the page itself goes on: one that a pattern easily misses.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**://evil.example/**", (route) => route.fulfill({ body: "elsewhere" }));
  await page.goto("/sign-in?next=%2F%09%2Fevil.example%2Fchat");
  await page.getByLabel("Username or e-mail").fill("alice");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(new URL(page.url()).origin).toBe(new URL(baseURL).origin);
  await context.close();
});

test("signing in and out leads to our own pages alone", async ({ request }) => {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  for (const callbackUrl of ["https://evil.example", "//evil.example", "/\t/evil.example", "javascript:alert(1)"]) {
    for (const [path, more] of [
      ["callback/credentials", { username: "alice", password: PASSWORD }],
      ["callback/credentials", { username: "alice", password: "wrong" }],
      ["signout", {}],
    ] as const) {
      const form = { ...more, csrfToken, callbackUrl };
      const answer = await request.post(`/api/auth/${path}`, { form, maxRedirects: 0 });
      const location = answer.headers().location ?? "/";
      expect(new URL(location, baseURL).origin, `${path} ${callbackUrl} ${location}`).toBe(new URL(baseURL).origin);
    }
  }
});

const strange = [
  "/..%2f..%2fetc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..\\..\\etc\\passwd",
  "/chat/%00",
  "/chat/%2e%2e%2fadmin",
  "/api/chat/rooms/%2e%2e/",
  "/api/chat/rooms/..%2f..%2fusers/",
  "/api/chat/attachments/%00/file/",
  "/api/%c0%ae%c0%ae/",
  "/%",
  "/%zz",
  "/api/chat/rooms/%ff/",
  "/_next/static/..%2f..%2f..%2fpackage.json",
  "/_next/static/../../package.json",
  "/_next/image?url=http%3A%2F%2F127.0.0.1%2Fx&w=64&q=75",
  "/_next/image?url=%2F%2Fevil.example%2Fx.png&w=64&q=75",
  "/_next/data/build/chat.json",
  "/emoji/..%2f..%2fpackage/en.json",
  "/emoji/en/..%2f..%2f..%2fpackage.json",
  "/icons/..%2f..%2f..%2fpackage.json",
  "/.env",
  "/.git/config",
  "/server.ts",
  "/api/docs/..%2f..%2f..%2fpackage.json",
  "/api/docs/../../package.json",
  "*",
];

test("strange paths find nothing and break nothing", async () => {
  for (const path of strange) {
    const answer = await get(path);
    expect(answer.status, path).toBeGreaterThanOrEqual(300);
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.body, path).not.toMatch(/root:|"dependencies"|AUTH_SECRET=|\[core\]/);
    expect(answer.head + answer.body, path).not.toMatch(/\bat (async )?[\w.<>]+ \(|file:\/\/|node_modules\//);
  }
});

test("requests that two servers would read in two ways are refused, and the line is closed", async () => {
  const second = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const post = (...headers: string[]) => ["POST /api/token/verify/ HTTP/1.1", host, ...headers];
  const smuggled: string[][] = [
    [...post("Content-Length: 6", "Transfer-Encoding: chunked"), "", `0\r\n\r\n${second}`],
    [...post("Transfer-Encoding: chunked", "Content-Length: 6"), "", `0\r\n\r\n${second}`],
    [...post("Content-Length: 2", "Content-Length: 4"), "", `{}${second}`],
    [...post("Content-Length: 2, 4"), "", `{}${second}`],
    [...post("Transfer-Encoding: chunked", "Transfer-Encoding: identity"), "", `0\r\n\r\n${second}`],
    [...post("Transfer-Encoding: xchunked"), "", `0\r\n\r\n${second}`],
    [...post("Transfer-Encoding:\x0bchunked"), "", `0\r\n\r\n${second}`],
    [...post("Content-Length: +2"), "", `{}${second}`],
    [...post("Content-Length: 0x2"), "", `{}${second}`],
    [...post("Content-Length : 2"), "", `{}${second}`],
    [...post("Transfer-Encoding: chunked"), "", `0x2\r\n{}\r\n0\r\n\r\n${second}`],
    [...post("Transfer-Encoding: chunked"), "", `2\n{}\r\n0\r\n\r\n${second}`],
    ["GET /healthz HTTP/1.1", host, " folded: header", "", second],
    ["GET /healthz HTTP/1.1", "", second],
    ["GET /healthz HTTP/1.1", host, "X: a\rb", "", second],
    ["GET /healthz HTTP/1.1", host, "X: a\0b", "", second],
    ["GET /healthz HTTP/9.9", host, "", second],
  ];
  for (const lines of smuggled) {
    const answer = await say(...lines);
    expect(answer.status, lines.join("|")).toBe(400);
    expect(answer.body, lines.join("|")).not.toContain('"ok"');
  }
});

test("giant addresses, headers and cookies are refused, and the next request is served", async ({ request }) => {
  const long = "x".repeat(20_000);
  expect((await get(`/chat?${long}`)).status).toBe(431);
  expect((await get("/chat", `X-Long: ${long}`)).status).toBe(431);
  expect(
    (await get("/chat", `Cookie: ${Array.from({ length: 900 }, (_, n) => `c${n}=${n}aaaaaaaaaa`).join("; ")}`)).status,
  ).toBe(431);
  // Node reads so many headers and no more: the rest must not hide behind them.
  const many = Array.from({ length: 1900 }, (_, n) => `h${n}:`);
  expect([200, 431]).toContain((await get("/sign-in", ...many)).status);
  const nested = `${"%5B".repeat(1200)}=1`;
  expect((await get(`/sign-in?next${nested}`)).status).toBe(200);
  const form = ["Content-Type: application/x-www-form-urlencoded", "Connection: close"];
  const signIn = ["POST /api/auth/callback/credentials HTTP/1.1", host, ...form];
  expect((await say(...signIn, "Content-Length: 1000000", "", "a=b")).status).toBe(413);
  expect((await say(...signIn, "Transfer-Encoding: chunked", "", "3\r\na=b\r\n0\r\n\r\n")).status).toBe(413);
  expect((await request.get("/sign-in")).status()).toBe(200);
});

test("what is drawn for somebody is kept by no cache, in either form that Next sends", async ({ browser }) => {
  const context = await browser.newContext();
  await Person.signInAt(browser, context, "alice");
  for (const path of ["/chat", "/tasks", "/admin", "/me"]) {
    for (const headers of [
      {},
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { accept: "text/x-component" },
    ]) {
      const answer = await context.request.get(path, { headers });
      const said = answer.headers();
      expect(said["cache-control"], path).toMatch(/no-store/);
      expect(said["x-content-type-options"], path).toBe("nosniff");
      // A payload that a browser was made to open as a page must not become one.
      if (said["content-type"]?.startsWith("text/x-component")) expect(said.vary).toMatch(/rsc/i);
      else expect(said["content-type"], path).toMatch(/^text\/html/);
    }
    // A name of a file behind the path of a page must not make it one that caches keep.
    const dressed = await context.request.get(`${path}/nothing.css`);
    expect(dressed.headers()["cache-control"] ?? "no-store", path).toMatch(/no-store/);
  }
  await context.close();
});
