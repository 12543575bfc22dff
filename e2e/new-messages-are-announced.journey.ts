import { expect, type Page, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

/** Notes everything that a screen reader would speak by itself: what is added to a live region. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const LIVE = "[role=log], [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const place = target instanceof Element ? target : target.parentElement;
        const region = place?.closest(LIVE);
        if (!region) continue;
        // A text that changes counts where the region does not say that only what is added is news.
        if (type === "characterData" && region.getAttribute("aria-relevant") !== "additions") {
          heard.push(target.textContent ?? "");
        }
        for (const node of addedNodes) heard.push(node.textContent ?? "");
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter(Boolean));
}

for (const [name, device] of Object.entries(devices)) {
  test(`what others write is spoken once, and nothing else of the conversation (${name})`, async ({ browser }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device, "/me");
    const [room, other] = [`Spoken ${name}`, `Beside ${name}`];
    const id = await alice.group(room, bob);
    await alice.group(other, bob);
    const heard = await listen(bob.page);
    const spoken = async (text: string) => (await heard()).filter((one) => one.includes(text)).length;
    await alice.open(room);
    for (const text of ["History one", "History two"]) await alice.say(text);

    await bob.page.goto("/chat");
    await bob.open(room);
    await expect(bob.message("History two")).toBeVisible();
    await alice.say("The plumber is here");
    await expect.poll(() => spoken("Alice Johnson: The plumber is here")).toBe(1);

    // What follows changes what has been said, or is one's own: the next message says that all of it was heard.
    await bob.say("Let him in");
    await alice.act(alice.message("Let him in"), "React with ✅");
    await expect(bob.message("Let him in").getByRole("button", { name: "✅, 1 person" })).toBeVisible();
    await alice.act(alice.message("The plumber is here"), "Edit");
    await alice.composer.fill("The plumber has come");
    await alice.page.getByRole("button", { name: "Save" }).click();
    await expect(bob.message("The plumber has come")).toBeVisible();
    await alice.act(alice.message("History two"), "Pin");
    await expect(bob.message("History two").getByText("Pinned")).toBeVisible();

    // Away and back: what was spoken, and what was told of meanwhile, is history.
    await bob.toList();
    await bob.open(other);
    await alice.say("Said while you were elsewhere");
    await expect.poll(() => spoken("Said while you were elsewhere")).toBe(1);
    await bob.toList();
    await expect(bob.row(room)).toContainText("Said while you were elsewhere");
    await bob.open(room);
    await expect(bob.message("Said while you were elsewhere")).toBeVisible();

    // A missed stretch comes in one piece and is spoken as one message each.
    await bob.context.setOffline(true);
    await expect(bob.page.getByText("You are offline")).toBeVisible();
    for (const text of ["Missed one", "Missed two"])
      await alice.post("/api/chat/messages/", { room: id, content: text });
    await bob.context.setOffline(false);
    await expect(bob.message("Missed two")).toBeVisible();
    await alice.say("The last word");
    await expect.poll(() => spoken("The last word")).toBe(1);
    for (const once of ["Missed one", "Missed two", "The plumber is here", "Said while you were elsewhere"]) {
      expect(await spoken(once), once).toBe(1);
    }
    for (const never of ["History one", "History two", "Let him in", "The plumber has come"]) {
      expect(await spoken(never), never).toBe(0);
    }
    await alice.leave();
    await bob.leave();
  });
}
