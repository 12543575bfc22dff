import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`two people talk in a thread, and the room shows that they do (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const room = `Ladders ${name}`;
    await alice.group(room, bob);
    await alice.open(room);
    await alice.say("Who has the ladder?");
    await alice.act(alice.message("Who has the ladder?"), "Reply in thread");
    const thread = alice.page.getByRole("region", { name: "Thread", exact: true });
    // A page of its own on a phone, beside the conversation on a wide screen.
    await expect(thread).toBeVisible();
    await expect(alice.composer).toBeVisible({ visible: name === "desktop" });
    await thread.getByRole("textbox").fill("The long one, I mean");
    await thread.getByRole("button", { name: "Send", exact: true }).click();
    await expect(thread.getByText("1 reply")).toBeVisible();

    // It is news like any other: in the list, and as a line in the room that leads into the thread.
    await expect(bob.row(room)).toContainText("The long one, I mean");
    await expect(bob.row(room).getByText("2 unread messages")).toBeAttached();
    await bob.open(room);
    await expect(bob.message("Who has the ladder?").getByRole("button", { name: "1 reply" })).toBeVisible();
    await bob.message("The long one, I mean").getByRole("button").click();
    await expect(bob.page).toHaveURL(/\?thread=/);
    const same = bob.page.getByRole("region", { name: "Thread", exact: true });
    await expect(same.getByText("Who has the ladder?")).toBeVisible();
    await same.getByRole("textbox").fill("In the green van");
    await same.getByRole("button", { name: "Send", exact: true }).click();
    await expect(thread.getByText("In the green van", { exact: true })).toBeVisible();
    await expect(thread.getByText("2 replies")).toBeVisible();

    await alice.page.reload();
    await expect(thread.getByText("In the green van", { exact: true })).toBeVisible();
    await thread.getByRole("button", { name: "Close thread" }).click();
    await expect(thread).toBeHidden();
    await expect(alice.message("Who has the ladder?").getByRole("button", { name: "2 replies" })).toBeVisible();
    await alice.leave();
    await bob.leave();
  });
}
