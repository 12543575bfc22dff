import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

const photo = (background: string) =>
  sharp({ create: { width: 2400, height: 1600, channels: 3, background } })
    .jpeg()
    .toBuffer();

test("photos are sent with their message, looked at by the other, and saved", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  await alice.group("Kitchen photos", bob);
  await bob.open("Kitchen photos");
  await alice.open("Kitchen photos");
  const files = await Promise.all(
    ["#3a7", "#a37"].map(async (colour, i) => ({
      name: i === 0 ? "before.jpg" : "after.jpg",
      mimeType: "image/jpeg",
      buffer: await photo(colour),
    })),
  );
  await alice.page
    .locator('input[type="file"][multiple]')
    .setInputFiles([...files, { name: "tool.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") }]);
  await expect(alice.page.getByText("tool.exe cannot be sent: this type of file is not allowed.")).toBeVisible();
  await expect(alice.page.getByRole("list", { name: "Files to send" }).getByRole("listitem")).toHaveCount(2);
  await alice.composer.fill("Kitchen is done");
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();

  const heard = bob.message("Kitchen is done");
  await expect(heard.getByRole("img")).toHaveCount(2);
  await expect(heard.getByText("Before", { exact: true })).toBeVisible();
  await expect(heard.getByText("After", { exact: true })).toBeVisible();
  await heard.getByRole("button", { name: "Open before.jpg" }).click();
  const viewer = bob.page
    .getByRole("dialog", { name: "Photos", exact: true })
    .or(bob.page.getByRole("region", { name: "Photos", exact: true }));
  await expect(viewer.first()).toBeVisible();
  // The viewer listens a moment after it is drawn; at its last photo another press does nothing.
  await expect(async () => {
    await bob.page.keyboard.press("ArrowRight");
    await expect(bob.page.getByText("2 / 2")).toBeVisible({ timeout: 1000 });
  }).toPass();
  const saving = bob.page.waitForEvent("download");
  await bob.page.getByRole("button", { name: "Save" }).click();
  expect((await saving).suggestedFilename()).toBe("after.jpg");
  await bob.page.keyboard.press("Escape");
  await expect(viewer.first()).toBeHidden();
  await expect(alice.page.getByRole("list", { name: "Files to send" })).toBeHidden();
  await alice.leave();
  await bob.leave();
});

test("a voice message is recorded by one and heard by the other", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", { ...devices.desktop, permissions: ["microphone"] });
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  await alice.group("Kitchen voices", bob);
  await bob.open("Kitchen voices");
  await alice.open("Kitchen voices");
  // By keyboard it is a tap: the recording goes on until it is sent.
  await alice.page.getByRole("button", { name: "Record a voice message" }).press("Enter");
  await expect(alice.page.getByRole("timer")).toHaveText(/^0:0[2-9]$/);
  await alice.page.getByRole("button", { name: "Send recording" }).click();
  const player = bob.page.getByRole("article").last();
  await player.getByRole("button", { name: "Play" }).click();
  await expect(player.getByRole("button", { name: "Pause" })).toBeVisible();
  await player.getByRole("button", { name: "Speed 1×" }).click();
  await expect(player.getByRole("button", { name: "Speed 1.5×" })).toBeVisible();
  // Heard to its end, it stands at its beginning again.
  await expect(player.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(player.getByText(/^0:(0[2-9]|[1-5]\d)$/)).toBeVisible();

  await alice.page.getByRole("button", { name: "Record a voice message" }).press("Enter");
  await expect(alice.page.getByRole("timer")).toHaveText(/^0:0[1-9]$/);
  await alice.page.getByRole("button", { name: "Cancel recording" }).click();
  await expect(alice.page.getByRole("timer")).toBeHidden();
  await alice.leave();
  await bob.leave();
});
