import { appendFile, readFile, writeFile } from "node:fs/promises";
import { type BrowserContext, type CDPSession, expect, type Page, test, type Worker } from "@playwright/test";
import sharp from "sharp";
import { Person } from "@/e2e/setup/people";
import type { PushPayload } from "@/lib/contract/push-data";

test.use({ serviceWorkers: "allow" });

type Stored = { id: string; seq: number };

/** The browser's own worker, with pushes delivered to it as a push service would have them delivered. */
class Told {
  private constructor(
    private readonly session: CDPSession,
    private readonly registration: string,
    private readonly worker: Worker,
    private readonly origin: string,
  ) {}

  static async at({ page, context }: { page: Page; context: BrowserContext }): Promise<Told> {
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      }),
    );
    await session.send("ServiceWorker.enable");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error("There is no worker.");
    return new Told(session, await registered, worker, new URL(page.url()).origin);
  }

  async push(payload: PushPayload): Promise<void> {
    const { origin, registration: registrationId } = this;
    const data = JSON.stringify(payload);
    await this.session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  }

  /** What stands on the screen. */
  shown = () =>
    this.worker.evaluate(async () => {
      const worker = globalThis as unknown as ServiceWorkerGlobalScope;
      const all = await worker.registration.getNotifications();
      return all.map(({ title, body, tag }) => ({ title, body, tag }));
    });

  /** A tap on the one of this tag, or on one of its buttons, with what was typed there. */
  tap = (tag: string, action = "", reply: string | null = null) =>
    this.worker.evaluate(
      async ({ tag, action, reply }) => {
        const worker = globalThis as unknown as ServiceWorkerGlobalScope;
        const [notification] = await worker.registration.getNotifications({ tag });
        if (!notification) throw new Error("Nothing of this tag is shown.");
        const event = new NotificationEvent("notificationclick", { notification, action });
        // An event of a script's own may not prolong the worker's life.
        const work: Promise<unknown>[] = [];
        Object.defineProperties(event, {
          waitUntil: { value: (promise: Promise<unknown>) => work.push(promise) },
          reply: { value: reply },
        });
        worker.dispatchEvent(event);
        await Promise.all(work);
      },
      { tag, action, reply },
    );
}

function payloadOf(room: string, { id, seq }: Stored, body: string, origin: string): PushPayload {
  return {
    web_push: 8030,
    notification: {
      title: "Bob Smith",
      body,
      icon: `${origin}/icons/icon-192.png`,
      navigate: `${origin}/chat/${room}?message=${id}`,
      tag: `room:${room}`,
      lang: "en",
      app_badge: "1",
      data: {
        kind: "message",
        room,
        message: id,
        seq,
        unread: 1,
        urgent: false,
        reply: "Reply",
        markRead: "Mark as read",
      },
    },
    app_badge: 1,
  };
}

test("what comes by push is shown by room, opens where it belongs, and can be answered and read from there", async ({
  browser,
}) => {
  const alice = await Person.signIn(browser, "alice", { viewport: { width: 1280, height: 800 } });
  // From here on: a page would subscribe at its start, and a browser of a test has no push service.
  await alice.context.grantPermissions(["notifications"]);
  const bob = await Person.signIn(browser, "bob", { viewport: { width: 1280, height: 800 } });
  await bob.open("Alice Johnson");
  const room = new URL(bob.page.url()).pathname.split("/")[2] ?? "";
  const { origin } = new URL(bob.page.url());
  const send = async (content: string): Promise<Stored> => {
    await bob.say(content);
    const answer = await bob.page.request.get(`/api/chat/messages/?room=${room}&limit=1`);
    return ((await answer.json()) as { results: [Stored] }).results[0];
  };
  const told = await Told.at(alice);
  const unread = alice.row("Bob Smith").getByText(/unread message/);

  const [first, second] = [await send("The pump is loud"), await send("Now it is silent")];
  await expect(unread).toBeAttached();
  await told.push(payloadOf(room, first, "The pump is loud", origin));
  await expect.poll(told.shown).toEqual([{ title: "Bob Smith", body: "The pump is loud", tag: `room:${room}` }]);
  await told.push(payloadOf(room, second, "Now it is silent", origin));
  await told.push(payloadOf(room, second, "Now it is silent", origin));
  await told.push({ web_push: 8030, app_badge: 2, notification: { ...testNotification, navigate: `${origin}/chat` } });
  await expect
    .poll(async () => (await told.shown()).map(({ body }) => body).toSorted())
    .toEqual(["It works", "The pump is loud\nNow it is silent"]);

  // The window that is there goes to the message; nothing is loaded anew, and reading it clears the screen.
  await alice.page.evaluate(() => Object.assign(window, { same: true }));
  await told.tap(`room:${room}`);
  await expect(alice.page).toHaveURL(`${origin}/chat/${room}?message=${second.id}`);
  await expect(alice.message("Now it is silent")).toBeVisible();
  expect(await alice.page.evaluate(() => "same" in window)).toBe(true);
  await expect(unread).not.toBeAttached();

  await alice.open("Everyone");
  const third = await send("Shall I call?");
  await expect(unread).toBeAttached();
  await told.push(payloadOf(room, third, "Shall I call?", origin));
  await expect.poll(async () => (await told.shown()).length).toBe(2);
  await told.tap(`room:${room}`, "reply", "Yes, call them");
  await expect(bob.message("Yes, call them")).toBeVisible();

  const fourth = await send("Done");
  await told.push(payloadOf(room, fourth, "Done", origin));
  await expect.poll(async () => (await told.shown()).length).toBe(2);
  await told.tap(`room:${room}`, "read");
  await expect(unread).not.toBeAttached();

  const fifth = await send("Bye");
  await expect(unread).toBeAttached();
  await told.push(payloadOf(room, fifth, "Bye", origin));
  await expect.poll(async () => (await told.shown()).length).toBe(2);
  // Read on another device: of what came later nothing is taken off.
  await told.push({ data: { kind: "read", room, seq: fourth.seq }, app_badge: 1 });
  await told.push({ data: { kind: "read", room, seq: fifth.seq }, app_badge: 0 });
  await expect.poll(async () => (await told.shown()).map(({ tag }) => tag)).toEqual(["test"]);

  // With a push service that there is, the browser is subscribed at the start of a page, until somebody says no.
  await alice.page.addInitScript(subscribing);
  await alice.page.goto("/settings/notifications");
  await expect(alice.page.getByText("You are told of new messages on this device.")).toBeVisible();
  await alice.page.getByRole("button", { name: "Send me a test" }).click();
  await expect(alice.page.getByText("Sent to 1 device")).toBeVisible();
  await alice.page.getByRole("button", { name: "Turn off" }).click();
  await expect(alice.page.getByText("You are not told of new messages on this device.")).toBeVisible();
  await alice.page.reload();
  await expect(alice.page.getByRole("button", { name: "Turn on" })).toBeVisible();
  await alice.leave();
  await bob.leave();
});

function subscribing(): void {
  const endpoint = "https://push.invalid/send/1";
  const keys = {
    p256dh: "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
    auth: "AAAAAAAAAAAAAAAAAAAAAA",
  };
  PushManager.prototype.subscribe = () =>
    Promise.resolve({ endpoint, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription);
}

const testNotification = {
  title: "Notifications work",
  body: "It works",
  icon: "/icons/icon-192.png",
  tag: "test",
  lang: "en",
  app_badge: "2",
  data: { kind: "test" as const },
};

test("a new release is taken when somebody says so, and the draft is still there", async ({ browser }) => {
  const dave = await Person.signIn(browser, "dave", { viewport: { width: 1280, height: 800 } });
  await dave.open("Everyone");
  await dave.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const file = "dist/service-worker.js";
  const present = await readFile(file);
  try {
    await dave.composer.fill("Half a sente");
    await appendFile(file, "\n// The next release.");
    await dave.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await dave.page.getByRole("button", { name: "Update" }).click();
    await dave.page.waitForEvent("load");
    await expect(dave.composer).toHaveValue("Half a sente");
    await expect(dave.page.getByRole("button", { name: "Update" })).toHaveCount(0);
  } finally {
    await writeFile(file, present);
  }
  await dave.leave();
});

test("the app can be installed: everything that its manifest names is there, in the size that it says", async ({
  request,
}) => {
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as Manifest;
  expect(manifest).toMatchObject({ id: "/", scope: "/", start_url: "/chat", display: "standalone" });
  expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["maskable", "monochrome"]));
  const page = await (await request.get("/sign-in")).text();
  const [splash] = /\/icons\/splash-[^"]+/.exec(page) ?? [];
  const named = [
    ...manifest.icons,
    ...manifest.screenshots,
    { src: splash ?? "", sizes: "1320x2868", type: "image/png" },
  ];
  for (const { src, sizes, type } of named) {
    const answer = await request.get(src);
    expect(answer.headers()["content-type"], src).toBe(type);
    if (sizes === "any") continue;
    const { width, height } = await sharp(await answer.body()).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect((await request.get(url)).status(), url).toBe(200);
});

type Picture = { src: string; sizes: string; type: string; purpose?: string };
type Manifest = { icons: Picture[]; screenshots: Picture[]; shortcuts: { url: string }[] };
