import { type BrowserContextOptions, expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { keyboard } from "@/e2e/setup/keyboard";
import { Person } from "@/e2e/setup/people";

const options: BrowserContextOptions = {
  ...devices.desktop,
  reducedMotion: "reduce",
  permissions: ["clipboard-read", "clipboard-write"],
};
const reactions = ["👍", "❤️", "😂", "🙏", "✅", "👀"].map((emoji) => `React with ${emoji}`);

test("everything about a message can be done without a mouse", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", options);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  await alice.group("By hand", bob);
  await alice.group("By post", bob);
  const { page } = alice;
  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);

  // To the room by its name, and at once in its field.
  await expect(alice.row("By hand")).toBeVisible();
  await press("Control+k");
  const switcher = page.getByRole("dialog", { name: "Jump to…" });
  await expect(switcher.getByRole("searchbox")).toBeFocused();
  await press("Escape");
  await expect(switcher).toBeHidden();
  await press("Control+k");
  await expect(switcher.getByRole("searchbox")).toBeFocused();
  await type("by");
  await expect(switcher.getByRole("button", { name: /By hand/ })).toBeVisible();
  const first = (await switcher.getByRole("button", { name: /^By / }).first().innerText()).trim();
  if (first !== "By hand") await press("ArrowDown");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "By hand" })).toBeVisible();
  await expect(alice.composer).toBeFocused();
  await type("Two keys are missing, @bo");
  await expect(page.getByRole("list", { name: "People to mention" })).toBeVisible();
  await press("Enter");
  await press("Enter");
  await expect(alice.composer).toHaveValue("");
  const said = alice.page.getByRole("article").filter({ hasText: "Two keys are missing, @bob" });
  await expect(said.getByText("Sent")).toBeAttached();

  // The last one is changed from the empty field; Escape lets it be.
  await press("ArrowUp");
  await expect(alice.composer).toHaveValue("Two keys are missing, @bob");
  await press("Escape");
  await expect(alice.composer).toHaveValue("");

  // Its menu offers all that a mouse is offered, and gives the focus back.
  const more = said.getByRole("button", { name: "More actions" });
  await keyboard.tabTo(page, more, "Shift+Tab");
  await press("Enter");
  const menu = page.getByRole("menu", { name: "Actions for this message" });
  const own = ["Reply", "Reply in thread", "Edit", "Copy text", "Copy link", "Forward", "Pin", "Delete"];
  expect(await keyboard.itemsOf(menu)).toEqual([...reactions, "More emoji", ...own]);
  await press("Escape");
  await expect(menu).toBeHidden();
  await expect(more).toBeFocused();

  const choose = async (name: string) => {
    await keyboard.tabTo(page, more, "Shift+Tab");
    await press("Enter");
    await keyboard.choose(menu, name);
  };
  await choose("React with 👀");
  await expect(said.getByRole("button", { name: "👀, 1 person" })).toBeVisible();
  await expect(more).toBeFocused();
  await press("Enter");
  await keyboard.choose(menu, "More emoji");
  await expect(page.getByRole("searchbox", { name: "Search emoji" })).toBeFocused();
  await type("rocket");
  await expect(page.getByRole("gridcell", { name: "rocket" })).toBeVisible();
  await press("Enter");
  await expect(said.getByRole("button", { name: "🚀, 1 person" })).toBeVisible();
  await expect(more).toBeFocused();
  await press("Enter");
  await keyboard.choose(menu, "Pin");
  await expect(said.getByText("Pinned")).toBeVisible();
  await press("Enter");
  await keyboard.choose(menu, "Copy link");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\?message=/);
  await press("Enter");
  await keyboard.choose(menu, "Forward");
  const forward = page.getByRole("dialog", { name: "Forward to…" });
  await keyboard.tabTo(page, forward.getByRole("searchbox"));
  await type("by post");
  await keyboard.tabTo(page, forward.getByRole("button", { name: "By post" }));
  await press("Space");
  await keyboard.tabTo(page, forward.getByRole("button", { name: "Forward to 1 chat" }));
  await press("Enter");
  await expect(forward).toBeHidden();
  await expect(bob.row("By post")).toContainText("Two keys are missing");
  await expect(more).toBeFocused();

  await press("Enter");
  await keyboard.choose(menu, "Reply");
  await expect(alice.composer).toBeFocused();
  await expect(page.getByText("Replying to Alice Johnson")).toBeVisible();
  await press("Escape");
  await expect(page.getByText("Replying to Alice Johnson")).toBeHidden();
  await choose("Edit");
  await expect(alice.composer).toBeFocused();
  await type(" please");
  await press("Enter");
  const changed = page.getByRole("article").filter({ hasText: "Two keys are missing, @bob please" });
  await expect(changed.getByText("edited")).toBeVisible();
  await expect(alice.composer).toBeFocused();

  await choose("Reply in thread");
  const thread = page.getByRole("region", { name: "Thread", exact: true });
  await expect(thread.getByRole("textbox")).toBeFocused();
  await type("One is found");
  await press("Enter");
  await expect(thread.getByText("1 reply")).toBeVisible();
  await keyboard.tabTo(page, thread.getByRole("button", { name: "Close thread" }), "Shift+Tab");
  await press("Enter");
  await expect(thread).toBeHidden();
  await expect(more).toBeFocused();

  // Who deletes without a mouse takes it back without one.
  await press("Enter");
  await keyboard.choose(menu, "Delete");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await press("Enter");
  await expect(changed).toBeVisible();
  await expect(more).toBeFocused();
  await alice.leave();
  await bob.leave();
});

test("everything about a room and about oneself can be done without a mouse", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", options);
  const { page } = alice;
  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);
  const button = (name: string) => page.getByRole("button", { name, exact: true }).filter({ visible: true });

  await expect(page.getByRole("heading", { name: "Chats" })).toBeVisible();
  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await press("Enter");
  await keyboard.tabTo(page, button("New chat"));
  await press("Enter");
  const dialog = page.getByRole("dialog", { name: "New chat" });
  await expect(dialog).toBeVisible();
  await press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button("New chat")).toBeFocused();
  await press("Enter");
  await keyboard.tabTo(page, dialog.getByRole("searchbox"));
  for (const name of ["Bob Smith", "Charlie Okafor"]) {
    await type(name);
    await keyboard.tabTo(page, dialog.getByRole("button", { name: new RegExp(name) }).last());
    await press("Space");
    await keyboard.tabTo(page, dialog.getByRole("searchbox"), "Shift+Tab");
  }
  await keyboard.tabTo(page, dialog.getByLabel("Name of the group"));
  await type("Night shift");
  await press("Enter");
  await expect(alice.composer).toBeFocused();

  // Filters and rows of the list.
  await keyboard.tabTo(page, button("Groups"), "Shift+Tab");
  await press("Space");
  await expect(button("Groups")).toHaveAttribute("aria-pressed", "true");
  await keyboard.tabTo(page, alice.row("Everyone"));
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Everyone" })).toBeVisible();
  await press("Control+k");
  await type("Night shift");
  const jump = page.getByRole("dialog", { name: "Jump to…" });
  await expect(jump.getByRole("button", { name: /Night shift/ })).toHaveAttribute("aria-current", "true");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Night shift" })).toBeVisible();

  // The details: edit, people, mute, leave.
  const details = page.getByRole("complementary", { name: "Details" });
  const to = (name: string) => keyboard.tabTo(page, details.getByRole("button", { name, exact: true }));
  const menuOf = (name: string) => page.getByRole("menu", { name });
  await to("Edit chat");
  await press("Enter");
  const edit = page.getByRole("dialog", { name: "Edit chat" });
  await keyboard.tabTo(page, edit.getByLabel("Description"));
  await type("From ten to six");
  await keyboard.tabTo(page, edit.getByRole("button", { name: "Save" }));
  await press("Enter");
  await expect(details.getByText("From ten to six")).toBeVisible();
  await expect(details.getByRole("button", { name: "Edit chat" })).toBeFocused();
  await to("Mute");
  await press("Enter");
  await keyboard.choose(menuOf("Mute"), "For 1 hour");
  await expect(details.getByRole("button", { name: /^Muted until/ })).toBeFocused();
  await to("Options for Bob Smith");
  await press("Enter");
  expect(await keyboard.itemsOf(menuOf("Options for Bob Smith"))).toEqual(["Make admin", "Remove from chat"]);
  await press("Home");
  await press("Enter");
  await expect(details.getByRole("listitem").filter({ hasText: "Bob Smith" }).getByText("Admin")).toBeVisible();
  await to("Options for Charlie Okafor");
  await press("Enter");
  await keyboard.choose(menuOf("Options for Charlie Okafor"), "Remove from chat");
  const remove = page.getByRole("dialog", { name: "Remove Charlie Okafor?" });
  await keyboard.tabTo(page, remove.getByRole("button", { name: "Remove from chat" }));
  await press("Enter");
  await expect(page.getByText("Group · 2 people")).toBeVisible();
  await to("Leave chat");
  await press("Enter");
  const leave = page.getByRole("dialog", { name: "Leave Night shift?" });
  await keyboard.tabTo(page, leave.getByRole("button", { name: "Leave chat" }));
  await press("Enter");
  await expect(alice.row("Night shift")).toHaveCount(0);

  // The other places, and the settings.
  for (const [name, heading] of [
    ["Tasks", "Tasks"],
    ["Me", "Me"],
  ] as const) {
    await keyboard.tabTo(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }));
    await press("Enter");
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    if (name === "Tasks") {
      await keyboard.tabTo(page, page.getByRole("button", { name: /^Change status/ }).first());
      await press("Enter");
      expect((await keyboard.itemsOf(menuOf("Change status"))).length).toBe(4);
      await press("Escape");
    }
  }
  await keyboard.tabTo(page, page.getByRole("link", { name: "Appearance and language" }));
  await press("Enter");
  await keyboard.tabTo(page, page.getByRole("radio", { name: "Like my device" }));
  await press("ArrowRight");
  await press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await keyboard.tabTo(page, page.getByRole("radio", { name: "English" }));
  await alice.leave();
});
