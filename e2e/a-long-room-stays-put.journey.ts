import { expect, type Locator, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("reading older messages, nothing moves while new ones arrive", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  const room = await alice.group("Counting", bob);
  await alice.open("Counting");
  await bob.open("Counting");
  let first = 0;
  for (let n = 1; n <= 120; n += 1) {
    const { seq } = await bob.post<{ seq: number }>("/api/chat/messages/", { room, content: `Count ${n}` });
    if (n === 1) first = seq;
  }
  await expect(alice.message("Count 120")).toBeInViewport();

  await alice.page.reload();
  await expect(alice.message("Count 120")).toBeInViewport();
  const pane = alice.page.getByRole("region", { name: "Messages in Counting" });
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
  await alice.message("Count 15").scrollIntoViewIfNeeded();
  await expect(alice.message("Count 15")).toBeInViewport();

  const before = await top(alice.message("Count 15"));
  await bob.say("And one more");
  await bob.say("And another");
  await expect(alice.page.getByRole("button", { name: "2 new messages" })).toBeVisible();
  expect(await top(alice.message("Count 15"))).toBeCloseTo(before, 0);
  await alice.page.getByRole("button", { name: "2 new messages" }).click();
  await expect(alice.message("And another")).toBeInViewport();
  await expect(bob.message("And another").getByRole("button", { name: "Read" })).toBeVisible();
  await alice.leave();
  await bob.leave();
});

async function top(message: Locator): Promise<number> {
  return (await message.boundingBox())?.y ?? Number.NaN;
}
