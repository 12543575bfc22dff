import { expect, test } from "@playwright/test";
import { Person } from "@/e2e/setup/people";

const devices = [
  { name: "phone", options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { name: "desktop", options: { viewport: { width: 1440, height: 900 } } },
];

for (const { name, options } of devices) {
  test(`two people talk in a direct room (${name})`, async ({ browser }) => {
    const alice = await Person.signIn(browser, "alice", options);
    const bob = await Person.signIn(browser, "bob", options);
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

  test(`three people talk in a group (${name})`, async ({ browser }) => {
    const alice = await Person.signIn(browser, "alice", options);
    const bob = await Person.signIn(browser, "bob", options);
    const charlie = await Person.signIn(browser, "charlie", options);
    const group = `Harbour team ${name}`;

    await alice.page.getByRole("button", { name: "New chat" }).filter({ visible: true }).click();
    const dialog = alice.page.getByRole("dialog", { name: "New chat" });
    await dialog.getByRole("button", { name: /Bob Smith/ }).click();
    await dialog.getByRole("button", { name: /Charlie Okafor/ }).click();
    await dialog.getByLabel("Name of the group").fill(group);
    await dialog.getByRole("button", { name: "Create group" }).click();
    await expect(alice.composer).toBeVisible();

    await alice.say("Who has the van?");
    await alice.composer.fill("We need it at **two**, @bob");
    await alice.page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(alice.page.getByText("two", { exact: true })).toBeVisible();
    await expect(bob.row(group).getByText("2 unread messages")).toBeAttached();
    await expect(bob.row(group).getByRole("img", { name: "You are mentioned" })).toBeVisible();
    await expect(charlie.row(group).getByText("2 unread messages")).toBeAttached();

    await bob.open(group);
    await charlie.open(group);
    const asked = alice.page.getByRole("article").filter({ hasText: "We need it at" });
    await expect(asked.getByRole("button", { name: "Read by 2" })).toBeVisible();
    await bob.composer.pressSequentially("I");
    await expect(alice.page.getByTestId("typing")).toHaveText("Bob is typing…");
    await charlie.composer.pressSequentially("M");
    await expect(alice.page.getByTestId("typing")).toHaveText(
      /Bob and Charlie are typing…|Charlie and Bob are typing…/,
    );
    await bob.say("I have it");
    await expect(charlie.message("I have it")).toBeVisible();

    for (const person of [alice, bob, charlie]) {
      await person.page.reload();
      await expect(person.message("Who has the van?")).toBeVisible();
      await expect(person.message("I have it")).toBeVisible();
    }
    await Promise.all([alice.leave(), bob.leave(), charlie.leave()]);
  });

  test(`a message written offline is sent when the connection is back (${name})`, async ({ browser }) => {
    const alice = await Person.signIn(browser, "alice", options);
    const bob = await Person.signIn(browser, "bob", options);
    const text = `Written in the cellar, ${name}`;
    await alice.open("Bob Smith");
    await bob.open("Alice Johnson");

    await alice.context.setOffline(true);
    await expect(alice.page.getByText("You are offline")).toBeVisible();
    await alice.say(text);
    await expect(alice.page.getByText("Offline. 1 message will be sent when you're back")).toBeVisible();
    await expect(alice.page.getByText("Waiting")).toBeVisible();

    await alice.context.setOffline(false);
    await expect(bob.message(text)).toBeVisible();
    await expect(alice.page.getByText("Waiting")).toBeHidden();
    await expect(alice.message(text)).toHaveCount(1);
    await alice.leave();
    await bob.leave();
  });
}

test("the first messages are in the page before any script runs, and strangers are sent to the door", async ({
  browser,
}) => {
  const alice = await Person.signIn(browser, "alice", { viewport: { width: 1440, height: 900 } });
  await alice.open("Bob Smith");
  const text = "Readable without a script";
  await alice.say(text);
  await expect(alice.message(text).getByText("Sent")).toBeAttached();
  const address = new URL(alice.page.url()).pathname;
  expect(await (await alice.context.request.get(address)).text()).toContain(text);
  await alice.leave();
  const stranger = await browser.newContext();
  const refused = await stranger.request.get(address, { maxRedirects: 0 });
  expect(refused.status()).toBe(307);
  expect(refused.headers().location).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
  await stranger.close();
});
