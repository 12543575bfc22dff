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
      name: i === 0 ? "kitchen-1.jpg" : "kitchen-2.jpg",
      mimeType: "image/jpeg",
      buffer: await photo(colour),
    })),
  );
  await alice.page
    .locator('input[type="file"][multiple]')
    .setInputFiles([...files, { name: "tool.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") }]);
  await expect(alice.page.getByText("tool.exe cannot be sent: this type of file is not allowed.")).toBeVisible();
  const picked = alice.page.getByRole("list", { name: "Files to send" }).getByRole("listitem");
  await expect(picked).toHaveCount(2);
  await alice.page.getByRole("button", { name: "Before and after" }).click();
  await expect(picked.filter({ hasText: "Before" }).getByLabel("Remove kitchen-1.jpg")).toBeVisible();
  await alice.page.getByRole("button", { name: "Swap" }).click();
  await expect(picked.filter({ hasText: "Before" }).getByLabel("Remove kitchen-2.jpg")).toBeVisible();
  await alice.composer.fill("Kitchen is done");
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();

  const heard = bob.message("Kitchen is done");
  await expect(heard.getByRole("img")).toHaveCount(2);
  await expect(heard.getByText("Before", { exact: true })).toBeVisible();
  await expect(heard.getByText("After", { exact: true })).toBeVisible();
  await heard.getByRole("button", { name: "Open kitchen-2.jpg" }).click();
  const viewer = bob.page
    .getByRole("dialog", { name: "Photos", exact: true })
    .or(bob.page.getByRole("region", { name: "Photos", exact: true }));
  await expect(viewer.first()).toBeVisible();
  // The viewer listens a moment after it is drawn; at its last photo another press does nothing.
  await expect(async () => {
    await bob.page.keyboard.press("ArrowRight");
    await expect(bob.page.getByText("2 / 3")).toBeVisible({ timeout: 1000 });
  }).toPass();
  const saving = bob.page.waitForEvent("download");
  await bob.page.getByRole("button", { name: "Save" }).click();
  expect((await saving).suggestedFilename()).toBe("kitchen-1.jpg");
  // Behind the two of a pair: one over the other, as far as one likes.
  await bob.page.keyboard.press("ArrowRight");
  const slider = bob.page.getByRole("slider", { name: "How much of “after” is shown" });
  // It too listens a moment after it is drawn.
  await expect(async () => {
    await slider.press("Home");
    await expect(slider).toHaveValue("0", { timeout: 1000 });
  }).toPass();
  await bob.page.keyboard.press("Escape");
  await expect(viewer.first()).toBeHidden();
  await expect(alice.page.getByRole("list", { name: "Files to send" })).toBeHidden();
  await alice.leave();
  await bob.leave();
});

test("photos that were picked and not sent are there again after a reload, and go with their message", async ({
  browser,
}) => {
  const alice = await Person.arrive(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  await alice.group("Kitchen drafts", bob);
  await bob.open("Kitchen drafts");
  await alice.open("Kitchen drafts");
  const input = alice.page.locator('input[type="file"][multiple]');
  const picked = alice.page.getByRole("list", { name: "Files to send" }).getByRole("listitem");
  const file = async (name: string) => ({ name, mimeType: "image/jpeg", buffer: await photo("#37a") });
  await input.setInputFiles([await file("sink-1.jpg"), await file("sink-2.jpg")]);
  await expect(picked.getByRole("progressbar")).toHaveCount(0);
  await expect(picked).toHaveCount(2);
  await alice.page.getByRole("button", { name: "Before and after" }).click();
  await alice.page.reload();
  await expect(picked).toHaveCount(2);
  await expect(alice.page.getByRole("button", { name: "Before and after" })).toHaveAttribute("aria-pressed", "true");
  await alice.composer.fill("The sink");
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bob.message("The sink").getByRole("img")).toHaveCount(2);
  await expect(bob.message("The sink").getByText("Before", { exact: true })).toBeVisible();
  // What was sent does not come back.
  await expect(picked).toHaveCount(0);
  await alice.page.reload();
  await expect(alice.message("The sink")).toBeVisible();
  await expect(picked).toHaveCount(0);
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

  // The next one begins where this one ends.
  const record = alice.page.getByRole("button", { name: "Record a voice message" });
  await record.press("Enter");
  await expect(alice.page.getByRole("timer")).toHaveText(/^0:0[1-9]$/);
  await alice.page.getByRole("button", { name: "Send recording" }).click();
  await expect(bob.page.getByRole("article")).toHaveCount(2);
  await bob.page.getByRole("article").first().getByRole("button", { name: "Play" }).click();
  await expect(bob.page.getByRole("article").last().getByRole("button", { name: "Pause" })).toBeVisible();

  // Given up by the button, and by sliding the finger that holds.
  await record.press("Enter");
  await expect(alice.page.getByRole("timer")).toHaveText(/^0:0[1-9]$/);
  await alice.page.getByRole("button", { name: "Cancel recording" }).click();
  await expect(alice.page.getByRole("timer")).toBeHidden();
  const box = await record.boundingBox();
  if (!box) throw new Error("There is no button to record.");
  await alice.page.mouse.move(box.x + 10, box.y + 10);
  await alice.page.mouse.down();
  await expect(alice.page.getByRole("timer")).toHaveText("0:01");
  await alice.page.mouse.move(box.x - 150, box.y + 10, { steps: 5 });
  await expect(alice.page.getByText("Let go to cancel")).toBeVisible();
  await alice.page.mouse.up();
  await expect(alice.page.getByRole("timer")).toBeHidden();
  await expect(alice.page.getByRole("article")).toHaveCount(2);
  await alice.leave();
  await bob.leave();
});
