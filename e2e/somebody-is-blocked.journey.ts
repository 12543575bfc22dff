import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("what somebody says whom one has blocked is folded wherever it stands, on every device, until it is wanted", async ({
  browser,
}) => {
  const [maria, linh, bob] = await Promise.all(
    ["maria", "linh", "bob"].map((name) => Person.arrive(browser, name, devices.desktop, "/me")),
  );
  if (!maria || !linh || !bob) throw new Error("Not everybody came.");
  const phone = await Person.arrive(browser, "maria", devices.phone, "/settings/blocked");
  await expect(phone.page.getByText("Nobody is blocked")).toBeVisible();
  const room = await bob.group("Folding beds", maria, linh);
  const elsewhere = await bob.group("Bed linen", maria, linh);
  const say = (person: Person, content: string, more = {}) =>
    person.post<{ id: string }>("/api/chat/messages/", { room, content, ...more });
  const said = await say(linh, "Eleven beds creak");
  await say(bob, "Only eleven?", { reply_to: said.id });
  await bob.post(`/api/chat/messages/${said.id}/pin/`, {});

  await maria.page.goto(`/chat/${room}`);
  const linhs = maria.page.getByRole("article", { name: /^Linh Trần, / });
  await expect(linhs).toHaveCount(1);
  await maria.page.getByRole("button", { name: "Options for Linh Trần" }).click();
  await maria.page.getByRole("menuitem", { name: "Block", exact: true }).click();
  await maria.page.getByRole("button", { name: "Block", exact: true }).click();
  // Nothing of it is left in the room: neither the message, nor what an answer quotes of it, nor what is pinned.
  const { page } = maria;
  const folded = page.getByRole("article", { name: "A message from somebody you blocked" });
  await expect(folded).toHaveCount(1);
  await expect(page.getByText("Eleven beds creak")).toHaveCount(0);
  await expect(maria.message("Only eleven?")).toContainText("A message from somebody you blocked");
  // The other device hears it at once, and the page that it is on names who it is.
  await expect(phone.page.getByText("Linh Trần")).toBeVisible();

  // What comes in, comes in folded: in the room, in the list, and in nothing that pops up or is read out.
  await say(linh, "Twelve beds creak");
  await expect(folded).toHaveCount(2);
  await expect(maria.row("Folding beds")).toContainText("A message from somebody you blocked");
  await linh.post("/api/chat/messages/", { room: elsewhere, content: "@maria the linen" });
  await expect(maria.row("Bed linen")).toContainText("A message from somebody you blocked");
  await bob.post("/api/chat/messages/", { room: elsewhere, content: "@maria Towels too" });
  await expect(page.getByText("Bob Smith: @maria Towels too")).toBeVisible();
  await expect(page.getByText(/the linen|Twelve beds/)).toHaveCount(0);

  // So it is in the page that the server draws, and where one searches.
  const html = await (await maria.context.request.get(`/chat/${room}`)).text();
  const drawn = html.replaceAll(/<script\b.*?<\/script>/gs, "");
  expect(drawn).toContain("A message from somebody you blocked");
  expect(drawn).not.toMatch(/(Eleven|Twelve) beds creak/);
  await page.goto(`/search?q=creak&room=${room}`);
  const found = page.getByRole("link", { name: "A message from somebody you blocked" });
  await expect(found).toHaveCount(2);
  await expect(page.getByText("beds creak")).toHaveCount(0);

  await page.goto(`/chat/${room}`);
  await folded.last().getByRole("button", { name: "Show" }).click();
  await expect(maria.message("Twelve beds creak")).toBeVisible();
  await expect(folded).toHaveCount(1);

  await phone.page.getByRole("button", { name: "Unblock Linh Trần" }).click();
  await expect(phone.page.getByText("Nobody is blocked")).toBeVisible();
  await expect(folded).toHaveCount(0);
  await expect(linhs).toHaveCount(2);
  for (const person of [maria, linh, bob, phone]) await person.leave();
});
