import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("what the word filter holds waits in its writer's chat alone until a moderator decides, or its writer takes it back", async ({
  browser,
}) => {
  const [admin, charlie, dave] = await Promise.all([
    Person.arrive(browser, "admin", devices.phone, "/admin/held"),
    Person.arrive(browser, "charlie", devices.desktop),
    Person.arrive(browser, "dave", devices.desktop),
  ]);
  const group = "Lost keys";
  await charlie.group(group, dave);
  await admin.post("/api/admin/filter/rules/", { kind: "words", value: "numpty", action: "hold" });
  await Promise.all([charlie.open(group), dave.open(group)]);

  const waits = charlie.page.getByText("Waiting for a moderator");
  await charlie.say("Which numpty has the keys?");
  await expect(waits).toBeVisible();
  await expect(charlie.page.getByText("Which numpty has the keys?")).toHaveCount(1);
  await charlie.say("I need them at four");
  await expect(dave.message("I need them at four")).toBeVisible();
  // It is no matter of this page: another one of hers knows it too.
  await charlie.page.reload();
  await expect(waits).toBeVisible();
  await expect(dave.page.getByText("numpty")).toHaveCount(0);

  const { page } = admin;
  await page.getByRole("button", { name: "Text by Charlie Okafor" }).click();
  await page.getByRole("button", { name: "Let through", exact: true }).click();
  await page
    .getByRole("dialog", { name: "Let this text through?" })
    .getByRole("button", { name: "Let through", exact: true })
    .click();
  await expect(page.getByText("It is in the chat now.")).toBeVisible();
  await expect(dave.message("Which numpty has the keys?")).toBeVisible();
  await expect(charlie.message("Which numpty has the keys?")).toHaveCount(1);
  await expect(waits).toHaveCount(0);
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();

  await charlie.say("Numpty me, they are in my bag");
  await page.getByRole("button", { name: "Text by Charlie Okafor" }).click();
  await page.getByRole("button", { name: "Do not let through", exact: true }).click();
  await page.getByLabel("Reason").fill("No names, please");
  await page.getByRole("button", { name: "Do not let through", exact: true }).click();
  await expect(charlie.page.getByText("A moderator did not let it through: No names, please")).toBeVisible();
  await charlie.page.getByRole("button", { name: "Discard" }).click();
  await expect(charlie.page.getByText("they are in my bag")).toHaveCount(0);

  await charlie.say("Poor numpty");
  await charlie.page.getByRole("button", { name: "Take back" }).click();
  await charlie.page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(charlie.page.getByText("Poor numpty")).toHaveCount(0);
  await expect(dave.page.getByText(/my bag|Poor numpty/)).toHaveCount(0);
  for (const person of [admin, charlie, dave]) await person.leave();
});
