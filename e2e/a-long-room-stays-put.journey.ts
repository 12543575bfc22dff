import { expect, type Locator, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("reading older messages, nothing moves while new ones arrive", async ({ browser }, { repeatEachIndex }) => {
  const name = `Counting ${repeatEachIndex}`;
  const alice = await Person.arrive(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  const room = await alice.group(name, bob);
  await alice.open(name);
  await bob.open(name);
  let first = 0;
  for (let n = 1; n <= 120; n += 1) {
    const { seq } = await bob.post<{ seq: number }>("/api/chat/messages/", { room, content: `Count ${n}` });
    if (n === 1) first = seq;
  }
  await expect(alice.message("Count 120")).toBeInViewport();
  // What has not been read is where a room opens.
  await expect(bob.message("Count 120").getByRole("button", { name: "Read" })).toBeVisible();

  await alice.page.reload();
  await expect(alice.message("Count 120")).toBeInViewport();
  const pane = alice.page.getByRole("region", { name: `Messages in ${name}` });
  await pane.hover();
  await alice.page.mouse.wheel(0, -1500);
  await expect(alice.page.getByRole("button", { name: "Go to the newest message" })).toBeVisible();
  // Fifteen is two pages up: towards it from either side, for a page that arrives may carry the wheel past it.
  await expect(async () => {
    const shown = await pane.getByRole("article").last().getAttribute("data-seq");
    const wanted = first + 14;
    await alice.page.mouse.wheel(0, Number(shown) > wanted ? -500 : 300);
    await expect(alice.message("Count 15")).toBeAttached({ timeout: 300 });
  }).toPass();
  const reading = alice.message("Count 15");
  // The wheel turns on for a while.
  await expect(async () => {
    await reading.scrollIntoViewIfNeeded();
    await atRest(pane);
    await expect(reading).toBeInViewport({ timeout: 300 });
  }).toPass();

  const before = await top(reading);
  await bob.say("And one more");
  await bob.say("And another");
  await expect(alice.page.getByRole("button", { name: "2 new messages" })).toBeVisible();
  expect(await top(reading)).toBeCloseTo(before, 0);
  await alice.page.getByRole("button", { name: "2 new messages" }).click();
  await expect(alice.message("And another")).toBeInViewport();
  await expect(bob.message("And another").getByRole("button", { name: "Read" })).toBeVisible();
  await alice.leave();
  await bob.leave();
});

test("who is at the end stays there, whatever changes above it", async ({ browser }, { repeatEachIndex }) => {
  const name = `Ends ${repeatEachIndex}`;
  const alice = await Person.arrive(browser, "alice", devices.phone);
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const room = await alice.group(name, bob);
  await alice.open(name);
  const say = (who: Person, content: string, more = {}) =>
    who.post<{ id: string; seq: number }>("/api/chat/messages/", { room, content, ...more });
  // An empty room that fills at once would open at the first that is new.
  await say(bob, "The first one");
  await expect(alice.message("The first one")).toBeInViewport();
  // The far ones are higher than the near ones let expect: they are measured when they come near the window.
  for (let n = 1; n <= 12; n += 1) await say(bob, `Far ${n}: ${"and it goes on for a line or two ".repeat(6)}`);
  for (let n = 1; n <= 18; n += 1) await say(bob, `Near ${n}`);
  const { id } = await say(bob, "A question");
  const long = "I look at it after lunch, when the guests of the second floor have left and the lift is free again";
  await say(alice, long, { reply_to: id });
  const { seq } = await say(bob, "The last one");
  await expect(alice.message("The last one")).toBeInViewport();
  // A page that goes away so soon has not told yet that she has read it, and would open at the first that is new.
  await alice.post(`/api/chat/rooms/${room}/mark_read/`, { seq });
  // What is above the window has not been measured then.
  await alice.page.reload();
  await expect(alice.message("The last one")).toBeInViewport();
  const pane = alice.page.getByRole("region", { name: `Messages in ${name}` });
  const short = async () => {
    await atRest(pane);
    return pane.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
  };
  expect(await short()).toBeLessThanOrEqual(1);
  await alice.act(alice.message(long), "Delete");
  await expect(pane.getByText("This message was deleted")).toBeVisible();
  expect(await short(), "after one above was deleted").toBeLessThanOrEqual(1);
  const longer = "A question that has more words than before, so many that they need a second line and a third";
  await bob.patch(`/api/chat/messages/${id}/`, { content: longer });
  await expect(alice.message(longer)).toBeAttached();
  expect(await short(), "after one above has grown").toBeLessThanOrEqual(1);
  await alice.leave();
  await bob.leave();
});

test("a page that arrives piece by piece does not move what is on screen", async ({ browser }) => {
  const name = "Piece by piece";
  const alice = await Person.arrive(browser, "alice", devices.phone);
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const room = await alice.group(name, bob);
  // Words that do not repeat: what does is packed into one piece.
  const words = (n: number) =>
    Array.from({ length: 60 }, (_, i) => ((n * 60 + i) ** 3 % 999_983).toString(36)).join(" ");
  for (let n = 1; n < 30; n += 1) await bob.post("/api/chat/messages/", { room, content: words(n) });
  const { seq } = await bob.post<{ seq: number }>("/api/chat/messages/", { room, content: "The last one" });
  // Whoever has read it all opens the room at its end.
  await alice.post(`/api/chat/rooms/${room}/mark_read/`, { seq });
  const line = await alice.context.newCDPSession(alice.page);
  const network = { offline: false, latency: 200, downloadThroughput: 12_000, uploadThroughput: 12_000 };
  await line.send("Network.enable");
  await line.send("Network.setBypassServiceWorker", { bypass: true });
  await line.send("Network.emulateNetworkConditions", network);
  await alice.page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as LayoutShift[]) window.shifted = (window.shifted ?? 0) + shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await alice.page.goto(`/chat/${room}`, { waitUntil: "domcontentloaded" });
  await expect(alice.message("The last one")).toBeInViewport();
  // The bound of UI.md for a whole page.
  expect(await alice.page.evaluate(() => window.shifted ?? 0)).toBeLessThan(0.02);
  await alice.leave();
  await bob.leave();
});

type LayoutShift = PerformanceEntry & { value: number };

declare global {
  interface Window {
    shifted?: number;
  }
}

/** Resolves when nothing has scrolled for twenty frames. */
function atRest(pane: Locator): Promise<void> {
  return pane.evaluate(async (element) => {
    for (let frames = 0, last = element.scrollTop; frames < 20; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (element.scrollTop !== last) frames = 0;
      last = element.scrollTop;
    }
  });
}

async function top(message: Locator): Promise<number> {
  return (await message.boundingBox())?.y ?? Number.NaN;
}
