import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { PASSWORD, Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`somebody new signs in and writes their first message (${name})`, async ({ browser }) => {
    const maria = await Person.arrive(browser, "maria", devices.desktop);
    const username = `nora-${name}`;
    const names = { first_name: "Nora", last_name: `Berg ${name}` };
    await maria.post("/api/users/", { username, password: PASSWORD, ...names });

    const context = await browser.newContext(device);
    const page = await context.newPage();
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("Username or e-mail").fill(username);
    await page.getByLabel("Password", { exact: true }).fill("not that one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    // Said once, wherever there is room for it.
    await expect(page.getByText("No chats yet").filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText("Pick a chat").filter({ visible: true })).toHaveCount(0);

    await page.getByRole("main").getByRole("button", { name: "New chat" }).last().click();
    const dialog = page.getByRole("dialog", { name: "New chat" });
    await dialog.getByRole("searchbox", { name: "Search people" }).fill("reyes");
    await dialog.getByRole("button", { name: /Maria Reyes/ }).click();
    await dialog.getByRole("button", { name: "Start chat" }).click();
    await expect(page.getByText("Say hello")).toBeVisible();
    await page.getByRole("textbox", { name: "Message to Maria Reyes" }).fill("Where do I get my keys?");
    await page.getByRole("button", { name: "Send", exact: true }).click();

    const row = maria.row(`Nora Berg ${name}`);
    await expect(row.getByText("1 unread message")).toBeAttached();
    await expect(row).toContainText("Where do I get my keys?");
    await maria.open(`Nora Berg ${name}`);
    await maria.say("At the office, ask Priya");
    await expect(page.getByText("At the office, ask Priya").last()).toBeVisible();
    await context.close();
    await maria.leave();
  });
}
