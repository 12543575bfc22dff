import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { PASSWORD, Person } from "@/e2e/setup/people";

const desktop = { viewport: { width: 1440, height: 900 } };

test.use({ serviceWorkers: "allow" });

/** A browser whose storage outlives it, like that of a phone. */
class Device {
  private constructor(
    private readonly folder: string,
    private readonly options: { baseURL: string; executablePath?: string; args: string[] },
  ) {}

  static async make(use: { baseURL?: string; launchOptions: { executablePath?: string; args?: string[] } }) {
    const { executablePath, args = [] } = use.launchOptions;
    const folder = await mkdtemp(path.join(tmpdir(), "aristay-device-"));
    return new Device(folder, { baseURL: use.baseURL ?? "", args, ...(executablePath && { executablePath }) });
  }

  async turnOn(how: { offline: boolean }): Promise<{ context: BrowserContext; page: Page }> {
    const context = await chromium.launchPersistentContext(this.folder, { ...this.options, ...desktop, ...how });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  }

  forget = () => rm(this.folder, { recursive: true, force: true });
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Username or e-mail").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
}

const article = (page: Page, text: string) =>
  page.getByRole("article").filter({ has: page.getByText(text, { exact: true }) });

async function open(page: Page, room: string): Promise<void> {
  const list = page.getByRole("region", { name: "List of chats" });
  await list
    .getByRole("link")
    .filter({ has: page.getByText(room, { exact: true }) })
    .click();
  await expect(page.getByRole("textbox", { name: /^Message to / })).toBeVisible();
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Message to / }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(article(page, text)).toBeVisible();
}

/** Once the worker is ready, everything that an opening without a network needs is on the device. */
const workerReady = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** How many pieces of what was seen are kept for the person who is signed in here. */
const keptPieces = (page: Page) =>
  page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error("The database cannot be opened."));
    });
    const counting = database.transaction("kept").objectStore("kept").count();
    const count = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)));
    database.close();
    return count;
  });

/** What a room has, as the server tells somebody else in it. */
async function storedFrom(person: Person, room: string, from: string): Promise<string[]> {
  const answer = await person.context.request.get(`/api/chat/messages/?room=${room}&limit=100&ordering=created_at`);
  const { results } = (await answer.json()) as { results: { content: string; sender: { username: string } }[] };
  return results.filter(({ sender }) => sender.username === from).map(({ content }) => content);
}

test("what was written without a network survives a closed browser, and arrives once and in order", async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const device = await Device.make({ ...(baseURL && { baseURL }), launchOptions });
  const bob = await Person.arrive(browser, "bob", desktop);
  const written = Array.from({ length: 10 }, (_, i) => `From the cellar ${i + 1}`);

  let { context, page } = await device.turnOn({ offline: false });
  await signIn(page, "dave");
  await page.getByRole("button", { name: "New chat" }).filter({ visible: true }).click();
  await page
    .getByRole("dialog", { name: "New chat" })
    .getByRole("button", { name: /Bob Smith/ })
    .click();
  await page.getByRole("button", { name: "Start chat" }).click();
  await say(page, "Sent before");
  await expect(article(page, "Sent before").getByText("Sent", { exact: true })).toBeAttached();
  await workerReady(page);
  const room = new URL(page.url()).pathname.split("/")[2] ?? "";
  const before = (await storedFrom(bob, room, "dave")).slice(0, -1);

  await context.setOffline(true);
  for (const text of written) await say(page, text);
  // One message that is there already is changed, and one that waits.
  await article(page, "Sent before").hover();
  await article(page, "Sent before").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: /^Message to / }).fill("Sent before, and changed");
  await page.getByRole("button", { name: "Save" }).click();
  await article(page, "From the cellar 3").getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: /^Message to / }).fill("From the cellar 3, corrected");
  await page.getByRole("button", { name: "Save" }).click();
  written[2] = "From the cellar 3, corrected";
  await expect(article(page, "From the cellar 3, corrected")).toBeVisible();
  await expect(page.getByText("Offline. 10 messages will be sent when you're back")).toBeVisible();
  await context.close();

  // Still no network: what was seen and what waits is all there.
  ({ context, page } = await device.turnOn({ offline: true }));
  await page.goto(`/chat/${room}`);
  for (const text of ["Sent before, and changed", ...written]) await expect(article(page, text)).toBeVisible();
  await expect(page.getByText("Offline. 10 messages will be sent when you're back")).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText("Waiting")).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(() => storedFrom(bob, room, "dave")).toEqual([...before, "Sent before, and changed", ...written]);
  await context.close();
  await bob.leave();
  await device.forget();
});

test("two tabs see what waits in either, and send it once", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", desktop);
  const bob = await Person.arrive(browser, "bob", desktop);
  await alice.open("Bob Smith");
  const room = new URL(alice.page.url()).pathname.split("/")[2] ?? "";
  const second = await alice.context.newPage();
  let sent = 0;
  for (const page of [alice.page, second]) {
    page.on("websocket", (socket) =>
      socket.on("framesent", ({ payload }) => (sent += String(payload).includes("message:send") ? 1 : 0)),
    );
    page.on("request", (request) => (sent += request.method() === "POST" && /messages\/$/.test(request.url()) ? 1 : 0));
  }
  await second.goto(alice.page.url());
  await open(second, "Bob Smith");

  await alice.context.setOffline(true);
  await say(alice.page, "From the first tab");
  await expect(article(second, "From the first tab")).toBeVisible();
  await say(second, "From the second tab");
  await expect(article(alice.page, "From the second tab")).toBeVisible();
  await alice.context.setOffline(false);
  for (const page of [alice.page, second]) await expect(page.getByText("Waiting")).toHaveCount(0);
  const both = ["From the first tab", "From the second tab"];
  await expect
    .poll(async () => (await storedFrom(bob, room, "alice")).filter((text) => both.includes(text)))
    .toEqual(both);
  expect(sent).toBe(2);
  await alice.leave();
  await bob.leave();
});

test("signing out leaves nothing on the device, and the next person sees nothing of the last", async ({ browser }) => {
  const alice = await Person.signIn(browser, "alice", desktop);
  await alice.open("Bob Smith");
  await alice.say("Only for Bob");
  await workerReady(alice.page);
  const kept = () => alice.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(kept).toHaveLength(1);
  const [hers] = await kept();

  await alice.page.goto("/me");
  await alice.page.getByRole("button", { name: "Sign out" }).click();
  await expect(alice.page).toHaveURL(/\/sign-in/);
  expect(await kept()).toEqual([]);
  expect(await alice.page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await alice.context.setOffline(true);
  await alice.page.goto("/chat");
  await expect(alice.page.getByText("Nothing has been kept on this device yet.")).toBeVisible();
  await alice.context.setOffline(false);
  await signIn(alice.page, "charlie");
  await expect.poll(kept).toHaveLength(1);
  expect(await kept()).not.toContain(hers);
  // The session, the person and the rooms.
  await expect.poll(() => keptPieces(alice.page)).toBeGreaterThan(2);
  await alice.context.setOffline(true);
  await alice.page.reload();
  await expect(alice.page.getByRole("region", { name: "List of chats" })).toBeVisible();
  await expect(alice.page.getByText("Only for Bob")).toHaveCount(0);
  await alice.leave();
});
