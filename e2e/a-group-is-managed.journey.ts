import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

/** What its admin holds; the others sit at desks, where details stand beside the chat. */
for (const [name, device] of Object.entries(devices)) {
  test(`a group is renamed, grows, shrinks, rests and comes back, and all in it see it at once (${name})`, async ({
    browser,
  }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", devices.desktop);
    const dave = await Person.arrive(browser, "dave", devices.desktop);
    const [room, renamed] = [`Roof ${name}`, `Roof and gutters ${name}`];
    await alice.group(room, bob);
    await alice.open(room);
    await bob.open(room);
    const own = alice.page.getByRole("complementary", { name: "Details" });
    const bobs = bob.page.getByRole("complementary", { name: "Details" });
    await alice.page.getByRole("link", { name: `${room}, Details` }).click();
    await expect(own).toBeVisible();

    await own.getByRole("button", { name: "Edit chat" }).click();
    const edit = alice.page.getByRole("dialog", { name: "Edit chat" });
    await edit.getByLabel("Name").fill(renamed);
    await edit.getByLabel("Description").fill("Until the rain comes");
    await edit.getByText("Only admins", { exact: true }).click();
    await edit.getByRole("button", { name: "Save" }).click();
    await expect(bob.page.getByRole("heading", { name: renamed })).toBeVisible();
    await expect(bob.row(renamed).getByRole("img", { name: "Announcements" })).toBeVisible();
    await expect(bob.page.getByText("Announcements · 2 people")).toBeVisible();
    await expect(bobs.getByText("Until the rain comes")).toBeVisible();
    await expect(bobs.getByRole("button", { name: "Add people" })).toHaveCount(0);

    await own.getByRole("button", { name: "Add people" }).click();
    const add = alice.page.getByRole("dialog", { name: "Add people" });
    await add.getByRole("searchbox").fill("miller");
    await add.getByRole("button", { name: /Dave Miller/ }).click();
    await add.getByRole("button", { name: "Add 1 person" }).click();
    await expect(dave.row(renamed)).toBeVisible();
    await expect(bob.page.getByText("Announcements · 3 people")).toBeVisible();

    await own.getByRole("button", { name: "Options for Bob Smith" }).click();
    await alice.page.getByRole("menuitem", { name: "Make admin" }).click();
    await expect(bobs.getByRole("button", { name: "Options for Dave Miller" })).toBeVisible();

    await dave.row(renamed).click();
    await expect(dave.page.getByText("Only admins write here.")).toBeVisible();
    await bobs.getByRole("button", { name: "Options for Dave Miller" }).click();
    await bob.page.getByRole("menuitem", { name: "Remove from chat" }).click();
    const remove = bob.page.getByRole("dialog", { name: "Remove Dave Miller?" });
    await remove.getByRole("button", { name: "Remove from chat" }).click();
    // And nothing stands beside it: there are no details of what is not there.
    await expect(dave.page.locator("main > div").filter({ visible: true }).last()).toContainText(
      "This chat is not available",
    );
    await expect(dave.row(renamed)).toHaveCount(0);
    await expect(own.getByRole("link", { name: /Dave Miller/ })).toHaveCount(0);

    await bobs.getByRole("button", { name: "Mute" }).click();
    await bob.page.getByRole("menuitem", { name: "For 1 hour" }).click();
    await expect(bobs.getByRole("button", { name: /^Muted until .* Unmute$/ })).toBeVisible();
    await expect(bob.row(renamed).getByRole("img", { name: "Muted" })).toBeVisible();
    await bobs.getByRole("button", { name: /^Muted until/ }).click();
    await expect(bob.row(renamed).getByRole("img", { name: "Muted" })).toHaveCount(0);

    await own.getByRole("button", { name: "Archive chat" }).click();
    await alice.page.getByRole("dialog").getByRole("button", { name: "Archive chat" }).click();
    await expect(bob.page.getByText("This chat is archived. You can read it, but not write in it.")).toBeVisible();
    await expect(bob.composer).toHaveCount(0);
    await bob.page.reload();
    await bob.page.getByRole("button", { name: "Archived chats" }).click();
    await expect(bob.row(renamed).first()).toBeVisible();
    await bobs.getByRole("button", { name: "Take out of the archive" }).click();
    await expect(bob.composer).toBeVisible();

    await own.getByRole("button", { name: "Leave chat" }).click();
    await alice.page.getByRole("dialog").getByRole("button", { name: "Leave chat" }).click();
    await expect(alice.rooms).toBeVisible();
    await expect(alice.row(renamed)).toHaveCount(0);
    await expect(bob.page.getByText("Announcements · 1 person")).toBeVisible();
    await Promise.all([alice, bob, dave].map((person) => person.leave()));
  });
}
