import { expect, type Locator, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** Presses Tab until the place has the focus: fails where the way there is longer than anybody would go. */
async function tabTo(page: Page, place: Locator, how: { back?: boolean; most?: number } = {}): Promise<void> {
  await expect(place).toBeVisible();
  for (let n = 0; n < (how.most ?? 40) && !(await hasFocus(place)); n += 1) {
    await page.keyboard.press(how.back ? "Shift+Tab" : "Tab");
  }
  await expect(place).toBeFocused();
}

/** Down the open menu to what it offers, and there Enter. */
async function choose(page: Page, item: string): Promise<void> {
  const wanted = page.getByRole("menuitem", { name: item, exact: true });
  await expect(wanted).toBeVisible();
  for (let n = 0; n < 20 && !(await hasFocus(wanted)); n += 1) await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Enter");
}

for (const [name, device] of Object.entries(devices)) {
  test(`everything is reached without a mouse or a finger (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const room = `Keys ${name}`;
    await alice.group(room, bob);
    const { page } = bob;
    const { keyboard } = page;
    const say = async (text: string) => {
      await tabTo(page, bob.composer);
      await keyboard.insertText(text);
      // On a phone Enter breaks the line.
      if (name === "phone") await tabTo(page, page.getByRole("button", { name: "Send", exact: true }));
      await keyboard.press("Enter");
      await expect(bob.message(text).getByText("Sending", { exact: true })).toHaveCount(0);
      await expect(alice.message(text)).toBeVisible();
    };
    await alice.open(room);
    await alice.say("Which key is for the cellar?");
    await alice.page.locator('input[type="file"][multiple]').setInputFiles({
      name: "key.jpg",
      mimeType: "image/jpeg",
      buffer: await sharp({ create: { width: 600, height: 400, channels: 3, background: "#3a7" } })
        .jpeg()
        .toBuffer(),
    });
    await expect(alice.page.getByRole("list", { name: "Files to send" }).getByRole("listitem")).toHaveCount(1);
    await alice.composer.fill("This one?");
    await alice.page.getByRole("button", { name: "Send", exact: true }).click();

    // From anywhere to a room.
    await expect(bob.row(room)).toBeVisible();
    await keyboard.press("Control+k");
    await expect(page.getByRole("searchbox", { name: "Type the name of a chat or a person" })).toBeFocused();
    await keyboard.insertText(room);
    await expect(page.getByRole("dialog").getByRole("button", { name: room }).first()).toHaveAttribute(
      "aria-current",
      "true",
    );
    await keyboard.press("Enter");
    await expect(bob.message("This one?").getByRole("img")).toBeVisible();
    await say("The long one");

    // The messages are one stop between the header and where one writes.
    const list = page.getByRole("region", { name: `Messages in ${room}` });
    const own = bob.message("The long one");
    // The first: its answer quotes it.
    const asked = bob.message("Which key is for the cellar?").first();
    const picture = bob.message("This one?");
    await tabTo(page, list, { back: true });
    await keyboard.press("ArrowUp");
    await expect(own).toBeFocused();
    await keyboard.press("ArrowUp");
    await expect(picture).toBeFocused();
    await keyboard.press("ArrowUp");
    await expect(asked).toBeFocused();
    await keyboard.press("Tab");
    expect(await list.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    await keyboard.press("Shift+Tab");
    await expect(list).toBeFocused();

    // A picture is opened and closed, and one is back on it.
    await keyboard.press("ArrowUp");
    await keyboard.press("ArrowUp");
    await expect(picture).toBeFocused();
    const open = picture.getByRole("button", { name: "Open key.jpg" });
    for (let n = 0; n < 4 && !(await hasFocus(open)); n += 1) await keyboard.press("ArrowRight");
    await expect(open).toBeFocused();
    await keyboard.press("Enter");
    const viewer = page
      .getByRole("dialog", { name: "Photos", exact: true })
      .or(page.getByRole("region", { name: "Photos", exact: true }));
    await expect(viewer.first()).toBeVisible();
    await expect(async () => {
      await keyboard.press("Escape");
      await expect(viewer).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    await expect(open).toBeFocused();
    await keyboard.press("Escape");
    await expect(picture).toBeFocused();

    // Every action of a message: answer, react, pin, thread.
    await keyboard.press("ArrowUp");
    await expect(asked).toBeFocused();
    await keyboard.press("Enter");
    await choose(page, "React with ✅");
    await expect(
      alice.message("Which key is for the cellar?").getByRole("button", { name: "✅, 1 person" }),
    ).toBeVisible();
    await expect(asked).toBeFocused();
    await keyboard.press("Shift+F10");
    await choose(page, "Pin");
    await expect(asked.getByText("Pinned")).toBeVisible();
    await expect(asked).toBeFocused();
    await keyboard.press("Enter");
    await choose(page, "Reply");
    await expect(page.getByText("Replying to Alice Johnson")).toBeVisible();
    await expect(bob.composer).toBeFocused();
    await say("It is, I tried it");

    // One's own: changed from where one writes, taken back, and back again.
    const answer = bob.message("It is, I tried it");
    await tabTo(page, list, { back: true });
    await keyboard.press("ArrowUp");
    await expect(answer).toBeFocused();
    await keyboard.press("Enter");
    await choose(page, "Delete");
    const undo = page.getByRole("button", { name: "Undo" });
    await expect(undo).toBeFocused();
    await keyboard.press("Enter");
    await expect(answer).toBeFocused();
    await keyboard.press("Escape");
    await expect(bob.composer).toBeFocused();
    await keyboard.press("ArrowUp");
    await expect(bob.composer).toHaveValue("It is, I tried it");
    await keyboard.press("ControlOrMeta+a");
    await keyboard.insertText("It is, we both tried it");
    if (name === "phone") await tabTo(page, page.getByRole("button", { name: "Save", exact: true }));
    await keyboard.press("Enter");
    await expect(alice.message("It is, we both tried it").getByText("edited")).toBeVisible();

    // A thread, and out of it again.
    await tabTo(page, list, { back: true });
    for (const _step of [1, 2, 3, 4]) await keyboard.press("ArrowUp");
    await expect(asked).toBeFocused();
    await keyboard.press("Enter");
    await choose(page, "Reply in thread");
    const thread = page.getByRole("region", { name: "Thread", exact: true });
    await tabTo(page, thread.getByRole("textbox"));
    await keyboard.insertText("More about keys");
    await tabTo(page, thread.getByRole("button", { name: "Send", exact: true }));
    await keyboard.press("Enter");
    await expect(thread.getByText("More about keys", { exact: true })).toBeVisible();
    await tabTo(page, thread.getByRole("button", { name: "Close thread" }), { back: true });
    await keyboard.press("Enter");
    await expect(thread).toHaveCount(0);
    await expect(asked).toBeFocused();

    // Details and a dialog in them.
    const way = page.getByRole("link", { name: `${room}, Details` });
    await tabTo(page, way, { back: true });
    await keyboard.press("Enter");
    const mute = page.getByRole("complementary", { name: "Details" }).getByRole("button", { name: "Mute" });
    await tabTo(page, mute);
    await keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "For 1 hour" })).toBeVisible();
    await keyboard.press("Escape");
    await expect(mute).toBeFocused();

    // What the keys do is told, and closes to where one was.
    await keyboard.press("Control+/");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(help.getByText("Go to the message before or after")).toBeVisible();
    await keyboard.press("Escape");
    await expect(help).toHaveCount(0);
    await expect(mute).toBeFocused();

    // The settings.
    await page.goto("/chat");
    await tabTo(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Me", exact: true }), {
      back: name === "phone",
    });
    await keyboard.press("Enter");
    const writing = page.getByRole("link", { name: "Writing" });
    await tabTo(page, writing);
    await keyboard.press("Enter");
    const button = page.getByRole("button", { name: "Keyboard shortcuts" });
    await tabTo(page, button);
    await keyboard.press("Enter");
    await expect(help).toBeVisible();
    await keyboard.press("Escape");
    await expect(button).toBeFocused();
    await alice.leave();
    await bob.leave();
  });
}
