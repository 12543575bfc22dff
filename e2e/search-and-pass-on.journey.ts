import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`what was said long ago is found, and leads to its place (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const room = `Archive of ${name}s`;
    const id = await alice.group(room, bob);
    const word = name === "phone" ? "periwinkle" : "marmalade";
    const send = (content: string) => alice.post("/api/chat/messages/", { room: id, content });
    await send(`The paint is called ${word}`);
    for (let n = 1; n <= 70; n += 1) await send(`Later, ${n}`);

    await bob.open(room);
    await expect(bob.message(`The paint is called ${word}`)).toHaveCount(0);
    await bob.page.getByRole("link", { name: `${room}, Details` }).click();
    const details = bob.page.getByRole("complementary", { name: "Details" });
    await details.getByRole("link", { name: "Search" }).click();
    const field = bob.page.getByRole("searchbox", { name: "Search messages" });
    await field.fill(word);
    await expect(bob.page.getByText("1 message", { exact: true })).toBeVisible();
    const found = bob.page.getByRole("main").getByRole("link").filter({ hasText: word });
    await expect(found.locator("mark")).toHaveText(word);
    await found.click();
    await expect(bob.message(`The paint is called ${word}`)).toBeInViewport();
    // In its place, not by itself: what was said next stands below it.
    await expect(bob.message("Later, 1")).toBeVisible();
    await bob.page.getByRole("button", { name: /Go to the newest message|new message/ }).click();
    await expect(bob.message("Later, 70")).toBeInViewport();
    await bob.say(`I look for ${word} too`);

    // From everywhere, for the other.
    await alice.page.goto(`/search?q=${word}`);
    await expect(alice.page.getByText("2 messages", { exact: true })).toBeVisible();
    await alice.page.getByRole("main").getByRole("link").filter({ hasText: "I look for" }).click();
    await expect(alice.message(`I look for ${word} too`)).toBeInViewport();
    await alice.leave();
    await bob.leave();
  });

  test(`a message is pinned, linked to, passed on and kept for later (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", {
      ...device,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const bob = await Person.arrive(browser, "bob", device);
    const [room, other] = [`Codes ${name}`, `Drivers ${name}`];
    await alice.group(room, bob);
    await alice.group(other, bob);
    await bob.open(room);
    await bob.say("The gate has a new code");
    await bob.composer.fill("@alice it is 8080");
    await bob.page.getByRole("button", { name: "Send", exact: true }).click();
    await bob.say("And the shed too");

    // Who is called by name sees it in the list, with how much there is to read.
    await expect(alice.row(room).getByText("3 unread messages")).toBeAttached();
    await expect(alice.row(room).getByRole("img", { name: "You are mentioned" })).toBeVisible();
    await alice.open(room);
    await expect(bob.message("And the shed too").getByRole("button", { name: /^Read/ })).toBeVisible();
    await alice.toList();
    await expect(alice.row(room).getByRole("img", { name: "You are mentioned" })).toHaveCount(0);
    await expect(alice.row(room).getByText(/unread message/)).toHaveCount(0);
    await alice.open(room);

    const gate = alice.message("The gate has a new code");
    await alice.act(gate, "Pin");
    await expect(gate.getByText("Pinned")).toBeVisible();
    await expect(bob.message("The gate has a new code").getByText("Pinned")).toBeVisible();
    await bob.page.getByRole("link", { name: `${room}, Details` }).click();
    const details = bob.page.getByRole("complementary", { name: "Details" });
    await details.getByRole("button", { name: /The gate has a new code/ }).click();
    await expect(bob.page).toHaveURL(/\?message=/);
    await expect(bob.message("The gate has a new code")).toBeInViewport();

    await alice.act(gate, "Copy link");
    await expect(alice.page.getByText("Link copied")).toBeVisible();
    const link = await alice.page.evaluate(() => navigator.clipboard.readText());
    await bob.page.goto(link);
    await expect(bob.message("The gate has a new code")).toBeInViewport();

    await alice.act(gate, "Forward");
    const dialog = alice.page.getByRole("dialog", { name: /Forward/ });
    await dialog.getByRole("searchbox").fill(other);
    await dialog.getByRole("button", { name: other }).click();
    await dialog.getByRole("button", { name: /^(Forward|Send)/ }).click();
    await expect(dialog).toHaveCount(0);
    await bob.toList();
    await expect(bob.row(other)).toContainText("The gate has a new code");

    await alice.act(gate, "Mark unread from here");
    await alice.toList();
    await expect(alice.row(room).getByText("Marked as unread")).toBeAttached();
    await alice.open(room);
    await expect(alice.page.getByRole("separator", { name: "New" })).toBeVisible();
    await alice.leave();
    await bob.leave();
  });
}
