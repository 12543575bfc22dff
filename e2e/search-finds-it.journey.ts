import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

for (const [name, device] of Object.entries(devices)) {
  test(`what was said is found in its room and everywhere, and opens where it was said (${name})`, async ({
    browser,
  }) => {
    const alice = await Person.arrive(browser, "alice", device);
    const bob = await Person.arrive(browser, "bob", device);
    const [room, other] = [`Linen ${name}`, `Pool ${name}`];
    const [linen, pool] = [await alice.group(room, bob), await alice.group(other, bob)];
    const code = `chlorine${name}`;
    await bob.post("/api/chat/messages/", { room: linen, content: `No ${code} on the linen` });
    for (let n = 1; n <= 60; n += 1) await bob.post("/api/chat/messages/", { room: linen, content: `After it, ${n}` });
    await bob.post("/api/chat/messages/", { room: pool, content: `The ${code} is in the shed` });

    await alice.open(room);
    await expect(alice.page.getByRole("separator", { name: "New" })).toBeInViewport();
    if (name === "phone") await alice.page.getByRole("link", { name: `${room}, Details` }).click();
    await alice.page.getByRole("link", { name: "Search in chat" }).click();
    await expect(alice.page.getByRole("searchbox", { name: "Search messages" })).toBeFocused();
    await alice.page.keyboard.type(code);
    await expect(alice.page.getByText("1 message", { exact: true })).toBeVisible();
    await alice.page.getByRole("button", { name: "Search in all chats" }).click();
    await expect(alice.page.getByText("2 messages", { exact: true })).toBeVisible();
    await alice.page.getByRole("link", { name: /on the linen/ }).click();

    // Far above what is loaded: it opens around it, and the newest is one press away.
    const found = alice.message(`No ${code} on the linen`);
    await expect(found).toBeInViewport();
    await expect(alice.message("After it, 1")).toBeInViewport();
    await alice.page.getByRole("button", { name: "Go to the newest message" }).click();
    await expect(alice.message("After it, 60")).toBeInViewport();

    if (name === "desktop") {
      await alice.page.keyboard.press("Control+k");
      await alice.page.keyboard.type(code);
      const results = alice.page.getByRole("dialog").getByRole("region", { name: "Messages" });
      await results.getByRole("button", { name: /in the shed/ }).click();
      await expect(alice.message(`The ${code} is in the shed`)).toBeInViewport();
    }
    await alice.leave();
    await bob.leave();
  });
}
