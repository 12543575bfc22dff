import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";

test("what concerns somebody is collected, counted, and told of while they are elsewhere in the chats", async ({
  browser,
}) => {
  const [maria, linh] = [
    await Person.arrive(browser, "maria", devices.desktop),
    await Person.arrive(browser, "linh", devices.desktop),
  ];
  const room = await linh.group("Roof repairs", maria);
  const elsewhere = await linh.group("Garden", maria);
  await maria.page.goto(`/chat/${elsewhere}`);
  await expect(maria.composer).toBeVisible();
  const link = maria.page.getByRole("link", { name: /^Notifications/ });
  await link.click();
  await expect(maria.page.getByText("You were added to Roof repairs")).toBeVisible();
  await maria.page.getByRole("link", { name: "Chats", exact: true }).first().click();
  await maria.open("Garden");
  await expect(link).toHaveAccessibleName("Notifications");

  // Said in another room than the one on screen.
  const said = await linh.post<{ id: string }>("/api/chat/messages/", {
    room,
    content: "@maria, is the ladder there?",
  });
  await expect(maria.page.getByText("Linh Trần: @maria, is the ladder there?")).toBeVisible();
  await expect(link).toHaveAccessibleName("Notifications, 1 new");
  await expect(maria.page).toHaveTitle(/^\(\d+\) /);
  await maria.page.getByRole("link", { name: "Open Roof repairs" }).click();
  await expect(maria.page).toHaveURL(new RegExp(`/chat/${room}\\?message=${said.id}`));
  await expect(maria.message("@maria, is the ladder there?")).toBeVisible();
  // Read where it stands, it is read here.
  await expect(link).toHaveAccessibleName("Notifications");

  // From where it is shown it is answered, and marked as read, without going there.
  await maria.open("Garden");
  const shown = maria.page.getByRole("status").filter({ hasText: "Roof repairs" });
  await linh.post("/api/chat/messages/", { room, content: "Which colour?" });
  await shown.getByRole("button", { name: "Reply" }).click();
  await linh.post("/api/chat/messages/", { room, content: "Of the ladder" });
  await shown.getByRole("textbox", { name: "Reply in Roof repairs" }).fill("The red one");
  await maria.page.keyboard.press("Enter");
  const last = async () => {
    const page = await linh.context.request.get(`/api/chat/messages/?room=${room}&limit=1`);
    const { results } = (await page.json()) as { results: { content: string; reply_to: { content: string } | null }[] };
    return results.map(({ content, reply_to }) => [content, reply_to?.content]);
  };
  await expect.poll(last).toEqual([["The red one", "Which colour?"]]);
  await expect(shown).toHaveCount(0);
  await linh.post("/api/chat/messages/", { room, content: "Thanks" });
  await shown.getByRole("button", { name: "Mark as read" }).click();
  const unread = async () => {
    const page = await maria.context.request.get(`/api/chat/rooms/${room}/`);
    return ((await page.json()) as { unread_count: number }).unread_count;
  };
  await expect.poll(unread).toBe(0);

  const answer = await maria.post<{ id: string }>("/api/chat/messages/", { room, content: "In the shed" });
  await linh.post(`/api/chat/messages/${answer.id}/reactions/`, { emoji: "👍" });
  await expect(link).toHaveAccessibleName("Notifications, 1 new");
  await link.click();
  const rows = maria.page.getByRole("region", { name: "Notifications" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Linh Trần reacted with 👍 in Roof repairs");
  await expect(rows.nth(1)).toContainText("Linh Trần mentioned you in Roof repairs");
  await rows.first().getByRole("link").click();
  await expect(maria.message("In the shed")).toBeVisible();
  await expect(link).toHaveAccessibleName("Notifications");
  await maria.leave();
  await linh.leave();
});

test("words of one's own, sound and vibration are chosen, and stay chosen", async ({ browser }) => {
  const maria = await Person.arrive(browser, "maria", devices.phone, "/settings/notifications");
  await maria.page.getByLabel("Words that concern you").fill("boiler,  , Gas leak");
  await maria.page.getByRole("button", { name: "Save words" }).click();
  await expect(maria.page.getByText("Saved", { exact: true })).toBeVisible();
  const sound = maria.page.getByRole("group", { name: "Sound for new messages" });
  await sound.getByText("Off").click();
  await maria.page.reload();
  await expect(maria.page.getByLabel("Words that concern you")).toHaveValue("boiler, Gas leak");
  await expect(sound.getByRole("radio", { name: "Off" })).toBeChecked();
  await maria.leave();
});

test("before more than twenty people are called, it is asked", async ({ browser }) => {
  const admin = await Person.arrive(browser, "admin", devices.desktop);
  const { results } = (await (await admin.context.request.get("/api/users/?page_size=100")).json()) as {
    results: { id: number; username: string }[];
  };
  const participant_ids = results.map(({ id }) => id);
  for (let n = participant_ids.length; n < 22; n += 1) {
    const person = { username: `crowd${n}`, password: "a long enough password" };
    participant_ids.push((await admin.post<{ id: number }>("/api/users/", person)).id);
  }
  const { id: room } = await admin.post<{ id: string }>("/api/chat/rooms/", {
    room_type: "group",
    name: "All hands",
    participant_ids,
  });
  await admin.page.goto(`/chat/${room}`);
  await admin.composer.fill("Fire drill, @all");
  await admin.page.getByRole("button", { name: "Send", exact: true }).click();
  const asked = admin.page.getByRole("dialog", { name: /^Tell \d+ people\?$/ });
  await asked.getByRole("button", { name: "Cancel" }).click();
  await expect(admin.composer).toHaveValue("Fire drill, @all");
  await admin.page.getByRole("button", { name: "Send", exact: true }).click();
  await asked.getByRole("button", { name: "Send to all" }).click();
  await expect(admin.message("Fire drill, @all")).toBeVisible();
  await expect(admin.composer).toHaveValue("");
  await admin.leave();
});

test("the page that an e-mail leads to asks first, and says so when its link is not whole", async ({ browser }) => {
  const stranger = await (await browser.newContext(devices.phone)).newPage();
  await stranger.goto("/unsubscribe?token=1.x");
  await expect(stranger.getByRole("heading", { name: "No more e-mails?" })).toBeVisible();
  expect((await new AxeBuilder({ page: stranger }).analyze()).violations).toEqual([]);
  await expect(stranger.getByRole("main").getByRole("alert")).toHaveCount(0);
  await stranger.getByRole("button", { name: "Send me no more e-mails" }).click();
  await expect(stranger.getByRole("main").getByRole("alert")).not.toBeEmpty();
  await stranger.context().close();
});
