import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`two people talk in a direct room (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const hello = `Gate code please, ${name}`;
    const answer = `It is 4471, ${name}`;

    await alice.open("Bob Smith");
    await alice.say(hello);
    await expect(alice.message(hello).getByText("Sent")).toBeAttached();

    await expect(bob.row("Alice Johnson").getByText(/unread message/)).toBeAttached();
    await expect(bob.row("Alice Johnson")).toContainText(hello);
    await expect(bob.page).toHaveTitle(/^\(\d+\) /);
    await bob.open("Alice Johnson");
    await expect(bob.message(hello)).toBeVisible();
    await expect(alice.message(hello).getByRole("button", { name: "Read" })).toBeVisible();
    await expect(bob.row("Alice Johnson").getByText(/unread message/)).not.toBeAttached();

    await bob.composer.pressSequentially("It is");
    await expect(alice.page.getByTestId("typing")).toHaveText("Bob is typing…");
    await bob.say(answer);
    await expect(alice.message(answer)).toBeVisible();
    await expect(alice.page.getByTestId("typing")).toHaveText("");
    await expect(bob.message(answer).getByRole("button", { name: "Read" })).toBeVisible();

    await alice.page.reload();
    await expect(alice.message(hello)).toBeVisible();
    await expect(alice.message(answer)).toBeVisible();
    await expect(alice.message(hello).getByRole("button", { name: "Read" })).toBeVisible();
    await alice.leave();
    await bob.leave();
  });
}

test("three people make a group, talk, and call one of them by name", async ({ browser }) => {
  const alice = await Person.arrive(browser, "alice", devices.phone);
  const bob = await Person.arrive(browser, "bob", devices.phone);
  const charlie = await Person.arrive(browser, "charlie", devices.desktop);
  const group = "Van drivers";

  await alice.page.getByRole("button", { name: "New chat" }).filter({ visible: true }).click();
  const dialog = alice.page.getByRole("dialog", { name: "New chat" });
  await dialog.getByRole("button", { name: /Bob Smith/ }).click();
  await dialog.getByRole("button", { name: /Charlie Okafor/ }).click();
  await dialog.getByLabel("Name of the group").fill(group);
  await dialog.getByRole("button", { name: "Create group" }).click();
  await expect(alice.composer).toBeVisible();

  await alice.say("Who has the van?");
  await alice.composer.pressSequentially("We need it at **two**, @bo");
  await alice.page
    .getByRole("list", { name: "People to mention" })
    .getByRole("button", { name: /Bob Smith/ })
    .click();
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(alice.page.getByText("two", { exact: true })).toBeVisible();
  await expect(bob.row(group).getByText("2 unread messages")).toBeAttached();
  await expect(bob.row(group).getByRole("img", { name: "You are mentioned" })).toBeVisible();
  await expect(charlie.row(group).getByText("2 unread messages")).toBeAttached();
  await expect(charlie.row(group).getByRole("img", { name: "You are mentioned" })).toHaveCount(0);

  await bob.open(group);
  await charlie.open(group);
  await bob.toList();
  await expect(bob.row(group).getByRole("img", { name: "You are mentioned" })).toHaveCount(0);
  await bob.open(group);
  const asked = alice.page.getByRole("article").filter({ hasText: "We need it at" });
  await asked.getByRole("button", { name: "Read by 2" }).click();
  const readers = alice.page.getByRole("dialog", { name: "Read by" });
  await expect(readers.getByRole("listitem")).toHaveText([/Bob Smith|Charlie Okafor/, /Bob Smith|Charlie Okafor/]);
  await readers.getByRole("button", { name: "Close" }).click();
  await bob.composer.pressSequentially("I");
  await expect(alice.page.getByTestId("typing")).toHaveText("Bob is typing…");
  await charlie.composer.pressSequentially("M");
  await expect(alice.page.getByTestId("typing")).toHaveText(/Bob and Charlie are typing…|Charlie and Bob are typing…/);
  await bob.say("I have it");
  await expect(charlie.message("I have it")).toBeVisible();

  for (const person of [alice, bob, charlie]) {
    await person.page.reload();
    await expect(person.message("Who has the van?")).toBeVisible();
    await expect(person.message("I have it")).toBeVisible();
  }
  await Promise.all([alice.leave(), bob.leave(), charlie.leave()]);
});

for (const [name, device] of Object.entries(devices)) {
  test(`what is written without a network leaves once and in order when it is back (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", devices.desktop);
    const cellar = `Cellar ${name}`;
    await alice.group(cellar, bob);
    await alice.open(cellar);
    await bob.open(cellar);
    await alice.say("I go down now");
    await expect(bob.message("I go down now")).toBeVisible();
    await bob.act(bob.message("I go down now"), "React with 👍");
    await expect(alice.message("I go down now").getByRole("button", { name: "👍, 1 person" })).toBeVisible();

    await alice.context.setOffline(true);
    await expect(alice.page.getByText("You are offline")).toBeVisible();
    const written = ["The pump is off", "No, it runs", "Water is 5 cm deep", "Coming up"];
    for (const text of written) await alice.say(text);
    await expect(alice.page.getByText("Offline. 4 messages will be sent when you're back")).toBeVisible();
    await bob.say("Do you need help?");
    // What has not left can still be changed or taken back.
    const waiting = (text: string) => alice.page.getByRole("article").filter({ hasText: text });
    await waiting("No, it runs").getByRole("button", { name: "Cancel" }).click();
    await waiting("Coming up").getByRole("button", { name: "Edit" }).click();
    await alice.composer.fill("Coming up at four");
    await alice.page.getByRole("button", { name: "Save" }).click();
    await expect(alice.page.getByText("Offline. 3 messages will be sent when you're back")).toBeVisible();

    await alice.context.setOffline(false);
    await expect(alice.page.getByText("Back online")).toBeVisible();
    await expect(bob.message("Coming up at four")).toBeVisible();
    await expect(alice.page.getByText("Waiting")).toHaveCount(0);
    const all = ["I go down now", "Do you need help?", "The pump is off", "Water is 5 cm deep", "Coming up at four"];
    for (const person of [alice, bob]) {
      await expect(
        person.page.getByRole("article").locator("p", { hasText: /^(I go|Do you|The p|No|Water|Com)/ }),
      ).toHaveText(all);
    }
    await alice.leave();
    await bob.leave();
  });
}
