import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("a task is discussed, and its state changes before the eyes of all", async ({ browser }) => {
  const bob = await Person.arrive(browser, "bob", devices.phone, "/tasks");
  const maria = await Person.arrive(browser, "maria", devices.desktop);
  await bob.page.getByRole("searchbox", { name: "Search tasks" }).fill("key safe");
  await bob.page.getByRole("link", { name: "New key safe" }).click();
  await expect(bob.page.getByRole("heading", { level: 1, name: "New key safe" })).toBeVisible();
  await bob.page.getByRole("button", { name: "Discuss", exact: true }).click();
  await expect(bob.page).toHaveURL(/\/chat\//);
  await bob.say("Which code shall it have?");

  const room = bob.page.getByRole("heading", { level: 1 }).first();
  const title = (await room.textContent()) ?? "";
  await maria.open(title);
  await expect(maria.message("Which code shall it have?")).toBeVisible();
  const card = maria.page.getByRole("button", { name: "Change status: To do" });
  await expect(card).toBeVisible();
  await bob.page.getByRole("button", { name: "Change status: To do" }).click();
  await bob.page.getByRole("menuitem", { name: "In progress" }).click();
  await expect(maria.page.getByRole("button", { name: "Change status: In progress" })).toBeVisible();
  await expect(maria.page.getByText("Bob Smith changed the status").first()).toBeVisible();
  await expect(bob.page.getByText("Bob Smith changed the status")).toBeVisible();

  // The house of the task has a page with all that is to do there, and a chat of its own.
  await maria.page
    .getByRole("complementary", { name: "Details" })
    .getByRole("link", { name: "Lakeside Cabin" })
    .click();
  await expect(maria.page.getByRole("heading", { name: "Lakeside Cabin" })).toBeVisible();
  await expect(maria.page.getByRole("link", { name: "Linen for the weekend" })).toBeVisible();
  await expect(maria.page.getByRole("listitem").filter({ hasText: "New key safe" })).toContainText("In progress");
  await maria.page.getByRole("button", { name: "Discuss", exact: true }).click();
  await expect(maria.page).toHaveURL(/\/chat\//);
  await maria.say("Guests come on Friday");
  await maria.page.getByRole("link", { name: "Lakeside Cabin", exact: true }).first().click();
  await maria.page.getByRole("button", { name: "Discuss", exact: true }).click();
  await expect(maria.message("Guests come on Friday")).toBeVisible();
  await bob.leave();
  await maria.leave();
});
