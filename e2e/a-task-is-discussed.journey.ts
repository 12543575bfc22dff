import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`a task is discussed, done, and everybody in its chat sees that (${name})`, async ({ browser }) => {
    const maria = await Person.arrive(browser, "maria", device);
    const bob = await Person.arrive(browser, "bob", device);
    const title = `Mend the gutter, ${name}`;
    await maria.post("/api/tasks/", { title, task_type: "maintenance", assigned_to: bob.id });

    await maria.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Tasks" }).click();
    await maria.page.getByRole("searchbox", { name: "Search tasks" }).fill(title);
    await maria.page.getByRole("link", { name: title, exact: true }).click();
    await expect(maria.page.getByRole("heading", { name: title })).toBeVisible();
    await maria.page.getByRole("button", { name: "Discuss", exact: true }).click();
    await expect(maria.composer).toBeVisible();
    await maria.say("When can you look at it?");

    const room = `Task: ${title}`;
    const shown = (person: Person) => person.row(room).or(person.row(title)).first();
    await expect(shown(bob)).toContainText("When can you look at it?");
    await shown(bob).click();
    await expect(bob.message("When can you look at it?")).toBeVisible();

    // Its state stands over the chat, and whoever is to do it changes it there.
    const status = (person: Person, now: string) =>
      person.page
        .getByRole("button", { name: `Change status: ${now}` })
        .filter({ visible: true })
        .first();
    await status(bob, "To do").click();
    await bob.page.getByRole("menuitem", { name: "In progress" }).click();
    await expect(status(bob, "In progress")).toBeVisible();
    await expect(status(maria, "In progress")).toBeVisible();
    await bob.say("I am on the roof");
    await expect(maria.message("I am on the roof")).toBeVisible();
    await status(bob, "In progress").click();
    await bob.page.getByRole("menuitem", { name: "Done" }).click();
    await expect(status(maria, "Done")).toBeVisible();

    // Discussing it again is the same chat, and the list of tasks knows the state too.
    await bob.page.goto("/tasks");
    await bob.page.getByRole("searchbox", { name: "Search tasks" }).fill(title);
    await expect(status(bob, "Done")).toBeVisible();
    await bob.page.getByRole("button", { name: `Discuss ${title}` }).click();
    await expect(bob.message("I am on the roof")).toBeVisible();
    await maria.leave();
    await bob.leave();
  });
}
