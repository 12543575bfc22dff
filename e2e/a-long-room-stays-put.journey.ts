import { expect, type Locator, test } from "@playwright/test";
import { Person } from "@/e2e/setup/people";

const options = { viewport: { width: 1440, height: 900 } };

test("reading older messages, nothing moves while new ones arrive", async ({ browser }) => {
  test.slow();
  const alice = await Person.signIn(browser, "alice", options);
  const bob = await Person.signIn(browser, "bob", options);
  await alice.open("Bob Smith");
  await bob.open("Alice Johnson");
  const room = new URL(bob.page.url()).pathname.split("/")[2];
  let first = 0;
  for (let n = 1; n <= 120; n += 1) {
    const headers = { Origin: new URL(bob.page.url()).origin };
    const sent = await bob.context.request.post("/api/chat/messages/", {
      headers,
      data: { room, content: `Count ${n}` },
    });
    expect(sent.status()).toBe(201);
    if (n === 1) first = ((await sent.json()) as { seq: number }).seq;
  }
  await expect(alice.message("Count 120")).toBeInViewport();

  await alice.page.reload();
  await expect(alice.message("Count 120")).toBeInViewport();
  const pane = alice.page.getByRole("region", { name: "Messages in Bob Smith" });
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
