import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";
import { touch } from "@/e2e/setup/touch";

for (const [name, device] of Object.entries(devices)) {
  test(`a message is answered, reacted to, changed and taken back (${name})`, async ({ browser }, {
    repeatEachIndex,
  }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const room = `Harbour team ${name} ${repeatEachIndex}`;
    const id = await alice.group(room, bob);
    await alice.open(room);
    await alice.say("The lamp in the hall is dark");
    // Seen at once, and sent a moment later: what comes between shall come after it.
    await expect(alice.message("The lamp in the hall is dark").getByText("Sending", { exact: true })).toHaveCount(0);
    for (let n = 1; n <= 25; n += 1) {
      await alice.post("/api/chat/messages/", { room: id, content: `Between, ${n}` });
    }
    await bob.open(room);
    const lamp = bob.message("The lamp in the hall is dark");
    await lamp.scrollIntoViewIfNeeded();
    if (name === "phone") await touch.swipeRight(bob.page, lamp);
    else {
      await lamp.hover();
      await lamp.getByRole("button", { name: "Reply", exact: true }).click();
    }
    await expect(bob.page.getByText("Replying to Alice Johnson")).toBeVisible();
    await expect(bob.composer).toBeFocused();
    await bob.say("I bring a new one");

    // The answer leads to what it answers, again and again.
    const answer = alice.message("I bring a new one");
    const asked = alice.page.getByRole("article", { name: /^You/ }).filter({ hasText: "The lamp in the hall is dark" });
    for (const _time of [1, 2]) {
      await expect(answer).toBeInViewport();
      await answer.getByRole("button", { name: "Go to the message by Alice Johnson" }).click();
      await expect(asked).toBeInViewport();
      await expect(answer).not.toBeInViewport();
      await alice.page.getByRole("button", { name: "Go to the newest message" }).click();
    }

    const menu = await alice.ask(answer);
    await menu.getByRole(name === "phone" ? "button" : "menuitem", { name: "React with ✅" }).click();
    const heard = bob.message("I bring a new one");
    await heard.getByRole("button", { name: "✅, 1 person" }).click();
    await expect(answer.getByRole("button", { name: "✅, 2 people" })).toHaveAttribute("aria-pressed", "true");
    await answer.getByRole("button", { name: "✅, 2 people" }).click();
    await expect(heard.getByRole("button", { name: "✅, 1 person" })).toHaveAttribute("aria-pressed", "true");
    await alice.act(answer, "More emoji");
    await alice.page.getByRole("searchbox", { name: "Search emoji" }).fill("rocket");
    await alice.page
      .getByRole("button", { name: "Rocket" })
      .or(alice.page.getByRole("gridcell", { name: "rocket" }))
      .first()
      .click();
    await expect(heard.getByRole("button", { name: "🚀, 1 person" })).toBeVisible();

    if (name === "phone") await bob.act(heard, "Edit");
    else await bob.composer.press("ArrowUp");
    await expect(bob.composer).toHaveValue("I bring a new one");
    await bob.composer.fill("I bring two new ones");
    await bob.page.getByRole("button", { name: "Save" }).click();
    await expect(alice.message("I bring two new ones").getByText("edited")).toBeVisible();
    await expect(answer).toHaveCount(0);

    const said = bob.message("I bring two new ones");
    await bob.act(said, "Delete");
    await expect(said).toHaveCount(0);
    await bob.page.getByRole("button", { name: "Undo" }).click();
    await expect(said).toBeVisible();
    await expect(bob.page.getByRole("button", { name: "Undo" })).toHaveCount(0);
    await alice.leave();
    await bob.leave();
  });
}

test("a link to a message that is gone says so, and what is there stays on screen", async ({ browser }, info) => {
  const alice = await Person.arrive(browser, "alice", devices.phone);
  const bob = await Person.arrive(browser, "bob", devices.desktop, "/me");
  const id = await alice.group(`The old house ${info.repeatEachIndex}`, bob);
  await bob.post("/api/chat/messages/", { room: id, content: "Still there" });
  // What was removed by age is answered as one that never was.
  await alice.page.goto(`/chat/${id}?message=${crypto.randomUUID()}`);
  await expect(alice.page.getByText("This message is not here any more.", { exact: false })).toBeVisible();
  await expect(alice.message("Still there")).toBeVisible();
  await alice.leave();
  await bob.leave();
});
