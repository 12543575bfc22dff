import http from "node:http";
import { type Browser, type BrowserContext, expect, test } from "@playwright/test";
import { PASSWORD, Person } from "@/e2e/setup/people";
import { Watch } from "@/e2e/security/watch";
import { scriptPayloads } from "@/e2e/security/script-payloads";
import { listen } from "@/lib/server/listen";

/**
 * Whatever people write is shown as it was written and does nothing: some hundred texts that would be script, markup or an
 * address anywhere else, in every field that anybody sees, on every page that shows it, drawn by the server and live.
 */
const payloads = scriptPayloads();
const baseURL = process.env.JOURNEY_URL ?? "";

/** All payloads, as many to a text as fit into `most` characters. */
function texts(most: number, between = " "): string[] {
  const all: string[] = [];
  for (const payload of payloads) {
    const longer = all.length > 0 ? `${all.at(-1)}${between}${payload}` : payload;
    if (all.length > 0 && [...longer].length <= most) all[all.length - 1] = longer;
    else all.push(payload);
  }
  return all;
}

/** A third of them: messages hold all, and every other field some of each kind. */
const third = (all: string[], which: number) => all.filter((_, n) => n % 3 === which);

async function visitAll(context: BrowserContext, tour: [path: string, seen: string][]): Promise<Watch> {
  const watch = await Watch.over(context);
  for (const [path, seen] of tour) await watch.visit(path, seen);
  return watch;
}

async function arrive(browser: Browser, username: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await Person.signInAt(browser, context, username);
  return context;
}

/** What a person does at another of their devices. */
class Hand {
  constructor(
    readonly context: BrowserContext,
    readonly origin: string,
  ) {}

  async send<T>(method: string, path: string, given: { data?: unknown; multipart?: FormData } = {}): Promise<T> {
    const answer = await this.context.request.fetch(path, { method, headers: { origin: this.origin }, ...given });
    expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  }
  post = <T = { id: number }>(path: string, data: unknown) => this.send<T>("POST", path, { data });

  /** Three at a time: a busy machine makes nobody wait too long. */
  async each<I, T>(items: I[], work: (item: I, n: number) => Promise<T>): Promise<T[]> {
    const done: T[] = [];
    for (let n = 0; n < items.length; n += 3)
      done.push(...(await Promise.all(items.slice(n, n + 3).map((item, i) => work(item, n + i)))));
    return done;
  }
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Those who look at everything: nobody else's journey meets what was written to them. */
const readers = "slipreader";

test("no text becomes more than text, wherever it is shown", async ({ browser }) => {
  test.slow();
  const admins = await arrive(browser, "admin");
  const admin = new Hand(admins, baseURL);
  const { id: reader } = await admin.post("/api/users/", {
    username: readers,
    password: PASSWORD,
    first_name: "Reader",
  });
  const context = await arrive(browser, readers);
  const hers = new Hand(context, baseURL);

  // She looks at a room while everything arrives.
  const live = await Watch.over(context);
  const group = (name: string, more: object = {}) =>
    admin.post<{ id: string }>("/api/chat/rooms/", { room_type: "group", name, participant_ids: [reader], ...more });
  const room = await group(`Slip ${payloads[0]}`, { description: texts(2000)[0] });
  const linked = await group("Slip links");
  await live.page.goto(`/chat/${room.id}`);
  await expect(live.page.getByRole("textbox", { name: /^Message to / })).toBeVisible();

  // Every field that somebody can fill.
  const given = third(texts(140), 0);
  const people = await admin.each(
    given.filter((_, n) => n % 2 === 0),
    (first_name, n) =>
      admin.post("/api/users/", {
        username: `slip${n}`,
        password: null,
        first_name,
        last_name: given[2 * n + 1] ?? "Slip",
      }),
  );
  const [all, long] = [texts(250), texts(900)];
  const [houses, jobs, named] = [third(all, 0), third(all, 1), third(all, 2)];
  const some = (n: number) => long[n % long.length] ?? "Slip";
  const properties = await admin.each(houses, (name, n) => admin.post("/api/properties/", { name, address: some(n) }));
  const tasks = await admin.each(jobs, (title, n) =>
    admin.post("/api/tasks/", { title, description: some(n), property: properties[n]?.id, assigned_to: reader }),
  );
  const rooms = await admin.each(named, (name, n) =>
    group(name, { description: some(n), participant_ids: [reader, ...people.slice(n, n + 2).map(({ id }) => id)] }),
  );
  const taskRoom = await group("", { room_type: "task", task: tasks[0]?.id, name: null });
  await admin.each(third(texts(95), 1).slice(0, 50), (label) => admin.post("/api/admin/invites/", { label }));
  const send = (to: { id: string }, content: string, more: object = {}) =>
    admin.post<{ id: string }>("/api/chat/messages/", { room: to.id, content, ...more });
  const messages: { id: string }[] = [];
  for (const content of texts(700, "\n")) messages.push(await send(room, `@${readers} ${content}`));
  await admin.each(rooms, (one, n) => send(one, `@${readers} ${payloads[(n * 7) % payloads.length]}`));
  const names = third(texts(170), 2).map((text) => text.replace(/[/\\]/g, "∕"));
  for (let n = 0; n < names.length; n += 10) {
    const attachment_ids = await admin.each(names.slice(n, n + 10), async (name) => {
      const multipart = new FormData();
      multipart.set("file", new Blob(["towels"], { type: "text/plain" }), `${name}.txt`);
      return (await admin.send<{ id: string }>("POST", "/api/chat/attachments/", { multipart })).id;
    });
    await send(room, "Slip files", { attachment_ids });
  }
  const thread = messages.at(-1)?.id ?? "";
  await send(room, payloads.slice(0, 40).join("\n"), { thread_root: thread });
  await admin.post(`/api/chat/messages/${messages[0]?.id}/pin/`, {});
  const keywords = payloads.filter((text) => [...text].length <= 50).slice(0, 20);
  await hers.send("PATCH", "/api/users/me/", { data: { keywords } });

  // A page that the preview of its link is made from says them too.
  const pages = texts(290).map((text, n) => {
    const [title, site] = [texts(190)[n], payloads[n * 3]].map((one) => escaped(one ?? "Slip"));
    const description = `<meta name="description" content="${escaped(text)}">`;
    return `<title>${title}</title>${description}<meta property="og:site_name" content="${site}">`;
  });
  const web = http.createServer((request, answer) => {
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pages[Number(request.url?.slice(1))]);
  });
  const port = await listen(web, 0, "127.0.0.77");
  await admin.each(pages.slice(0, 12), (_, n) => send(linked, `Slip http://127.0.0.77:${port}/${n}`));

  // A device calls itself what it likes.
  for (const userAgent of texts(400).slice(0, 3)) {
    const headers = { "user-agent": userAgent.replace(/[^\x20-\x7e]/g, "?") };
    const device = await browser.newContext({ extraHTTPHeaders: headers });
    await device.request.post("/api/token/", { data: { username: readers, password: PASSWORD } });
    await device.close();
  }

  // What has arrived live, in the room that was open all the time.
  await live.look("the room, live", "Slip files");
  await live.readBack(messages.length + names.length / 10);
  const links = live.page.getByRole("link", { name: /^Slip links/ }).first();
  await links.click();
  const cards = live.page.locator(`a[href^="http://127.0.0.77:${port}/"]:not(:has-text("http"))`);
  await expect.poll(() => cards.count(), { timeout: 90_000 }).toBeGreaterThan(3);
  await live.look("the links, live", "Slip http://");

  // Drawn by the server, for somebody who comes now.
  const first = payloads[0] ?? "";
  const middle = messages[Math.floor(messages.length / 2)];
  const visits: [string, string][] = [
    ["/chat", "Slip"],
    [`/chat/${room.id}`, "Slip files"],
    // The description stands beside the room.
    [`/chat/${room.id}/details`, payloads[1] ?? ""],
    [`/chat/${room.id}?message=${middle?.id}`, "slip"],
    [`/chat/${room.id}?message=${messages[0]?.id}`, first],
    [`/chat/${room.id}?thread=${thread}`, payloads[39] ?? ""],
    [`/chat/${linked.id}`, "Slip http://"],
    [`/chat/${taskRoom.id}`, first],
    ["/notifications", "slip"],
    ["/tasks", "slip"],
    [`/tasks/${tasks[0]?.id}`, first],
    ["/properties", "slip"],
    [`/properties/${properties[0]?.id}`, first],
    ["/people", "slip"],
    [`/people/${people[0]?.id}`, first],
    ["/search?q=slip", "slip"],
    [`/search?q=${encodeURIComponent(first)}`, ""],
    [`/search?q=${encodeURIComponent('"><img data-slip src=x onerror=slip()>')}`, ""],
    [`/no-such-page/${encodeURIComponent(first)}`, ""],
    [`/sign-in?next=${encodeURIComponent(`/${first}`)}`, ""],
    ["/settings/notifications", ""],
    ["/settings/devices", ""],
  ];
  const office: [string, string][] = ["people", "invites", "rooms", "audit", "system"].map((part) => [
    `/admin/${part}`,
    "",
  ]);
  const tours = [0, 1].map((half) => visits.filter((_, n) => n % 2 === half));
  const watches = await Promise.all([
    ...tours.map((tour) => visitAll(context, tour)),
    visitAll(admins, [...office, [`/people/${people[1]?.id}`, "slip"]]),
  ]);
  for (const watch of [live, ...watches]) expect(watch.noticed).toEqual([]);

  // Nobody meets them in another journey.
  web.close();
  web.closeAllConnections();
  const close = (id: number) => admin.send("PATCH", `/api/users/${id}/`, { data: { is_active: false } });
  await admin.each(tasks, ({ id }) => admin.send("DELETE", `/api/tasks/${id}/`));
  await admin.each(properties, ({ id }) => admin.send("DELETE", `/api/properties/${id}/`));
  await Promise.all([admins, context].map((one) => Promise.all(one.pages().map((page) => page.close()))));
  await admin.each([room, linked, ...rooms], ({ id }) => admin.send("DELETE", `/api/chat/rooms/${id}/`));
  await admin.each([...people.map(({ id }) => id), reader], close);
  await admins.close();
  await context.close();
});

test("a page in which a text does become more is noticed", async ({ browser }) => {
  const context = await arrive(browser, "admin");
  const admin = new Hand(context, baseURL);
  const room = await admin.post<{ id: string }>("/api/chat/rooms/", {
    room_type: "group",
    name: "Planted",
    participant_ids: [],
  });
  await admin.post("/api/chat/messages/", { room: room.id, content: "<img data-slip src=x onerror=slip()>" });
  const watch = await Watch.over(context);
  // As if somebody had handed the text to `dangerouslySetInnerHTML`.
  await watch.page.addInitScript(() => {
    setInterval(() => {
      for (const part of document.querySelectorAll("article *"))
        if (part.childElementCount === 0 && part.textContent.includes("data-slip")) part.innerHTML = part.textContent;
    }, 100);
  });
  await watch.page.goto(`/chat/${room.id}`);
  await expect.poll(() => watch.noticed.join()).toContain("the content policy refused script-src-attr");
  expect(watch.noticed.join()).toContain("a text made <img data-slip");
  await expect(watch.look("planted", "")).rejects.toThrow("an element of a text");
  await watch.page.close();
  await admin.send("DELETE", `/api/chat/rooms/${room.id}/`);
  await context.close();
});
