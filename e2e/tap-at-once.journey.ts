import { expect, type Page, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { PASSWORD, Person } from "@/e2e/setup/people";

/** An old phone: six times slower than this machine. */
async function slow(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send("Emulation.setCPUThrottlingRate", { rate: 6 });
}

for (const [name, device] of Object.entries(devices)) {
  test(`a room that is tapped as soon as it is seen opens, on a slow device (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device, "/me");
    const bob = await Person.arrive(browser, "bob", device, "/me");
    const room = `At once ${name}`;
    await alice.group(room, bob);
    await slow(bob.page);
    // While the page still arrives, and when its script has just begun to run.
    for (const until of ["commit", "domcontentloaded", "load"] as const) {
      await bob.page.goto("/chat", { waitUntil: until });
      await (name === "phone" ? bob.row(room).tap() : bob.row(room).click());
      await expect(bob.composer).toBeVisible({ timeout: 30_000 });
    }
    await bob.say("I am in");
    await expect(alice.page.getByRole("link", { name: /Chats/ }).first()).toBeVisible();
    await alice.page.goto("/chat");
    await expect(alice.row(room)).toContainText("I am in");
    await alice.leave();
    await bob.leave();
  });

  test(`who signs in on a slow device gets into a room with the first tap (${name})`, async ({ browser }) => {
    const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
    const room = `After the door ${name}`;
    const alice = await Person.arrive(browser, "alice", device, "/me");
    await alice.group(room, bob);
    await alice.context.clearCookies();
    await slow(alice.page);
    const { page } = alice;
    await page.goto("/chat", { waitUntil: "commit" });
    await page.getByLabel("Username or e-mail").fill("alice");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await alice.row(room).click();
    await expect(alice.composer).toBeVisible({ timeout: 30_000 });
    expect(page.url()).not.toContain(PASSWORD);
    await alice.leave();
    await bob.leave();
  });
}

/** The script of the pages comes when it is let. */
async function holdScripts(page: Page): Promise<() => void> {
  let arrive: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await allowed;
    await route.continue();
  });
  return arrive;
}

test("what is sent at the door before its script has come gets one in, and no password gets into the address", async ({
  browser,
}) => {
  const context = await browser.newContext(devices.phone);
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  const arrive = await holdScripts(page);
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Username or e-mail").fill("bob");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  arrive();
  await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
  expect(addresses.filter((address) => address.includes(PASSWORD))).toEqual([]);
  await context.close();
});

test("the door stays where it is while it comes alive, and what is typed in a room before that can be sent", async ({
  browser,
}) => {
  const context = await browser.newContext(devices.desktop);
  const door = await context.newPage();
  const open = await holdScripts(door);
  await door.goto("/sign-in", { waitUntil: "commit" });
  const button = door.getByRole("button", { name: "Sign in" });
  await button.waitFor();
  await door.evaluate(() => document.fonts.ready.then(() => undefined));
  const before = await button.boundingBox();
  open();
  await expect(door.getByRole("button", { name: "Use a passkey" })).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
  await context.close();

  const alice = await Person.arrive(browser, "alice", devices.desktop, "/me");
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const room = await alice.group("Typed early", bob);
  const arrive = await holdScripts(bob.page);
  await bob.page.goto(`/chat/${room}`, { waitUntil: "commit" });
  await bob.composer.fill("Before anything was alive");
  arrive();
  await bob.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bob.message("Before anything was alive")).toBeVisible();
  await alice.leave();
  await bob.leave();
});

test("a room with news opens at them, before its script has come and after", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.phone, "/me");
  const bob = await Person.arrive(browser, "bob", devices.phone, "/me");
  const room = await alice.group("News before the script", bob);
  const say = (content: string) => alice.post("/api/chat/messages/", { room, content });
  for (let i = 0; i < 30; i++) await say(`Read ${i}`);
  await bob.post(`/api/chat/rooms/${room}/mark_read/`, {});
  for (let i = 0; i < 25; i++) await say(`News ${i}`);
  const arrive = await holdScripts(bob.page);
  const alive = bob.page.waitForEvent("websocket");
  await bob.page.goto(`/chat/${room}`, { waitUntil: "commit" });
  await expect(bob.message("News 0")).toBeInViewport();
  await expect(bob.message("News 24")).not.toBeInViewport();
  const line = bob.page.getByRole("separator", { name: "New", exact: true });
  const before = await line.boundingBox();
  arrive();
  await alive;
  // What is live has buttons for a message; it has taken the place when they can be had.
  await expect(bob.page.locator("[data-new]")).toHaveCount(0);
  await expect(bob.message("News 0")).toBeInViewport();
  const after = await line.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2);
  await alice.leave();
  await bob.leave();
});

test("a script that the line has lost is asked for again, and the page comes alive", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop, "/me");
  const { page } = alice;
  const html = await (await alice.context.request.get("/chat")).text();
  const lost = new Set<string>();
  await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    const { pathname } = new URL(route.request().url());
    // Those that the page names have all come; of the others the first three are lost.
    if (html.includes(pathname) || lost.size >= 3 || lost.has(pathname)) return route.continue();
    lost.add(pathname);
    return route.abort("connectionreset");
  });
  const alive = page.waitForEvent("websocket");
  await page.goto("/chat");
  await alive;
  expect(lost.size).toBe(3);
  await page.getByRole("button", { name: "New chat" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await alice.leave();
});

test("the room that the Tab key has come to keeps the focus when the page comes alive", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop, "/me");
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  await alice.group("Tabbed", bob);
  const { page } = bob;
  const arrive = await holdScripts(page);
  await page.goto("/chat", { waitUntil: "commit" });
  await bob.row("Tabbed").focus();
  const alive = page.waitForEvent("websocket");
  arrive();
  await alive;
  await expect(bob.row("Tabbed")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(bob.composer).toBeVisible();
  await alice.leave();
  await bob.leave();
});

test("what a mouse holds while the page comes alive under it opens when it is let go", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop, "/me");
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  await alice.group("Held", bob);
  const { page } = bob;
  // The script comes when the button is already down.
  const arrive = await holdScripts(page);
  await page.goto("/chat", { waitUntil: "commit" });
  await bob.row("Held").hover();
  await page.mouse.down();
  // The session begins when everything has come that a page needs.
  const alive = page.waitForEvent("websocket");
  arrive();
  await alive;
  await page.mouse.up();
  await expect(bob.composer).toBeVisible();
  await alice.leave();
  await bob.leave();
});

test("a wheel that turned the server's list takes its reader as far in the list that took its place", async ({
  browser,
}) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop, "/me");
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const room = await alice.group("Wheeled", bob);
  for (let n = 1; n <= 60; n += 1) await bob.post("/api/chat/messages/", { room, content: `Turn ${n}` });
  // Who wrote it all has nothing new there, and begins at the end.
  const { page } = bob;
  const arrive = await holdScripts(page);
  await page.goto(`/chat/${room}`, { waitUntil: "commit" });
  await expect(bob.message("Turn 60")).toBeInViewport();
  // The browser says that a wheel was turned when the page has time to hear it: here once the other list stands there.
  const turned = await page.evaluateHandle(() => new WheelEvent("wheel", { deltaY: -400, bubbles: true }));
  arrive();
  const pane = page.locator(':not([data-drawn]) > [role="region"][aria-label="Messages in Wheeled"]');
  const below = () => pane.evaluate((list) => Math.round(list.scrollHeight - list.clientHeight - list.scrollTop));
  await expect.poll(below).toBe(0);
  await pane.evaluate((list, event) => list.dispatchEvent(event), turned);
  await expect(page.getByRole("button", { name: "Go to the newest message" })).toBeVisible();
  await expect.poll(below).toBe(400);
  await alice.leave();
  await bob.leave();
});
