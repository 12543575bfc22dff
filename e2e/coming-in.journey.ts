import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./setup/people";

/** A manager lets somebody in from a phone; a superuser looks after the house; both through pages that anybody can use. */

async function fitForAll(page: Page): Promise<void> {
  await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
}

test("an invitation from a phone brings somebody in, and closing the account puts them out at once", async ({
  browser,
}) => {
  test.slow();
  const maria = await Person.signIn(browser, "maria", {
    viewport: { width: 390, height: 844 },
    reducedMotion: "reduce",
  });
  const { page } = maria;
  await page.goto("/me");
  await page.getByRole("link", { name: "Administration" }).click();
  await expect(page.getByRole("link", { name: /^Audit log/ })).toHaveCount(0);
  await fitForAll(page);
  await page.getByRole("link", { name: /^Invitations/ }).click();
  await page.getByRole("button", { name: "New invitation" }).click();
  await page.getByLabel("For whom").fill("Summer crew");
  await page.getByRole("button", { name: "Create" }).click();
  const shown = page.getByRole("dialog", { name: "Invitation" });
  await expect(shown.getByRole("img", { name: "The link as a QR code" })).toBeVisible();
  const link = await shown.getByText(/\/join#/).innerText();
  await fitForAll(page);
  await shown.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Summer crew")).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  const fresh = await context.newPage();
  await fresh.goto(link);
  await expect(fresh.getByText("Maria", { exact: false })).toBeVisible();
  await expect(fresh).toHaveURL(/\/join$/);
  await fitForAll(fresh);
  await fresh.getByLabel("First name").fill("Noa");
  await fresh.getByLabel("Username").fill("noa");
  await fresh.getByLabel("Password", { exact: true }).fill("a summer by the sea");
  await fresh.getByRole("button", { name: "Join" }).click();
  await expect(fresh.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();

  await page.goto("/admin/people");
  await page.getByLabel("Name, username or e-mail").fill("noa");
  await page.getByRole("button", { name: /Noa/ }).click();
  await fitForAll(page);
  await page.getByRole("button", { name: "Close account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close account" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await expect(fresh.getByText("signed out", { exact: false }).first()).toBeVisible();
  await fresh.goto("/chat");
  await expect(fresh).toHaveURL(/\/sign-in/);
  await context.close();
  await maria.leave();
});

test("a superuser reads the log, sees how the house is, and puts a room away", async ({ browser }) => {
  test.slow();
  const admin = await Person.signIn(browser, "admin", {
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  const { page } = admin;
  await page.goto("/admin/audit");
  // Names and words, no numbers; all that is known of one deed where it is asked for.
  const log = page.getByRole("list", { name: "Audit log" });
  const closed = log.getByRole("button", { name: "Account closed" }).first();
  await expect(closed).toContainText("Maria Reyes");
  await expect(log).not.toContainText(/person \d|[{}"]/);
  await fitForAll(page);
  await closed.click();
  const deed = page.getByRole("dialog", { name: "Account closed" });
  await expect(deed.getByText("Maria Reyes (@maria)")).toBeVisible();
  await fitForAll(page);
  await deed.getByRole("button", { name: "Show all of this kind" }).click();
  await expect(page.getByLabel("What was done")).toHaveValue("person.deactivated");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("audit.csv");

  await page.goto("/admin/system");
  await expect(page.getByText("PostgreSQL")).toBeVisible();
  await fitForAll(page);

  await page.goto("/admin/rooms");
  await page.getByLabel("Search chats").fill("cleaning crew");
  await page.getByRole("button", { name: /^Archive: Cleaning crew/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await page.getByRole("button", { name: "Archived", exact: true }).click();
  await page.getByRole("button", { name: /^Bring back: Cleaning crew/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await fitForAll(page);

  await page.goto("/admin/settings");
  await page.getByLabel("Upload limit per person and day (MB)").fill("1500");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await fitForAll(page);

  // Shorter than for ever: it says from when on messages are deleted, and nothing is until that was pressed.
  await page.getByLabel("Keep messages for (days)").fill("3650");
  await page.getByRole("button", { name: "Save" }).click();
  const asked = page.getByRole("dialog");
  await expect(asked).toContainText(String(new Date(Date.now() - 3650 * 86_400_000).getFullYear()));
  await expect(asked.getByText("are deleted", { exact: false })).toBeVisible();
  await fitForAll(page);
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(page.getByLabel("Keep messages for (days)")).toHaveValue("");
  await expect(page.getByLabel("Upload limit per person and day (MB)")).toHaveValue("1500");
  await page.getByRole("link", { name: "Open the word filter" }).click();
  await expect(page).toHaveURL(/\/admin\/filter$/);
  await admin.leave();
});

test("where messages have an age, the top of a chat says so", async ({ browser }) => {
  const admin = await Person.arrive(browser, "admin", { viewport: { width: 1280, height: 800 } }, "/me");
  const dave = await Person.arrive(browser, "dave", { viewport: { width: 1280, height: 800 } }, "/me");
  const room = await admin.group("For a while", dave);
  await admin.post("/api/chat/messages/", { room, content: "Only for now" });
  const start = dave.page.getByText("This is where the conversation starts");
  const kept = dave.page.getByText("Messages older than 3,650 days are removed here");
  await dave.page.goto(`/chat/${room}`);
  await expect(start).toBeVisible();
  await admin.patch("/api/admin/settings/", { message_days: 3650 });
  await dave.page.reload();
  await expect(kept).toBeVisible();
  await expect(start).toHaveCount(0);
  await admin.patch("/api/admin/settings/", { message_days: null });
  await dave.page.reload();
  await expect(start).toBeVisible();
  await admin.leave();
  await dave.leave();
});
