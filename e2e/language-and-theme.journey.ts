import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("language and theme are chosen in the settings, hold at once, and are still there after a reload", async ({
  browser,
}) => {
  const jonas = await Person.arrive(browser, "jonas", { ...devices.phone, colorScheme: "light" }, "/me");
  const { page } = jonas;
  const html = page.locator("html");
  const canvas = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await canvas();
  await page.getByRole("link", { name: "Appearance and language" }).click();
  await page.getByText("Dark", { exact: true }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  expect(await canvas()).not.toBe(light);

  await page.getByText("Español", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Apariencia e idioma" })).toBeVisible();
  await page.reload();
  await expect(html).toHaveAttribute("lang", "es");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/chat");
  await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nuevo chat" }).filter({ visible: true })).toBeVisible();

  await page.goto("/settings/appearance");
  await page.getByText("Tiếng Việt", { exact: true }).click();
  await expect(html).toHaveAttribute("lang", "vi");
  await page.goto("/tasks");
  await expect(page.getByRole("heading", { name: "Công việc", exact: true })).toBeVisible();

  // The person's own language is theirs on every device; the theme belongs to one.
  const other = await Person.arrive(browser, "jonas", { ...devices.desktop, colorScheme: "light" }, "/tasks");
  await expect(other.page.locator("html")).toHaveAttribute("lang", "vi");
  await expect(other.page.locator("html")).not.toHaveAttribute("data-theme");
  await page.goto("/settings/appearance");
  await page.getByText("English", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Appearance and language" })).toBeVisible();
  await page.getByText("System", { exact: true }).click();
  expect(await canvas()).toBe(light);
  await jonas.leave();
  await other.leave();
});
