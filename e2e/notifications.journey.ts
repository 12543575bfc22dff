import { expect, test } from "@playwright/test";
import type { Message, Room } from "@/lib/contract/shapes";
import { devices } from "@/e2e/setup/devices";
import { Person } from "@/e2e/setup/people";
import { PushReceiver } from "@/e2e/setup/push-receiver";
import { PushService } from "@/e2e/setup/push-service";

test.use({ serviceWorkers: "allow" });

test("what comes by push is shown by room, opens where it belongs, and can be answered and read from there", async ({
  browser,
}) => {
  const alice = await Person.signIn(browser, "alice", devices.desktop);
  const bob = await Person.arrive(browser, "bob", devices.desktop);
  const [room, away] = [await bob.group("Pump house", alice), await bob.group("Laundry round", alice)];
  let key = "";
  const service = await PushService.start(() => key);
  const answer = await alice.context.request.get("/api/push/");
  key = ((await answer.json()) as { public_key: string }).public_key;
  const pushes = service.browser();
  const told = await PushReceiver.at(alice, pushes);
  const tag = `room:${room}`;
  /** Urgent: whoever is at one device would else be told on the others after half a minute only. */
  const say = async (content: string, to = room): Promise<Message> => {
    const message = await bob.post<Message>("/api/chat/messages/", { room: to, content });
    await bob.post(`/api/chat/messages/${message.id}/urgent/`, { reason: "Water in the cellar" });
    return message;
  };
  const bodies = async () => (await told.shown()).map(({ body }) => body).toSorted();

  // By the page's own hand the browser is subscribed: a test goes all the way.
  await alice.page.goto("/settings/notifications");
  await expect(alice.page.getByText("You are told of new messages on this device.")).toBeVisible();
  await alice.page.getByRole("button", { name: "Send me a test" }).click();
  await expect(alice.page.getByText("Sent to 1 device")).toBeVisible();
  await expect.poll(told.shown).toMatchObject([{ title: "Notifications work", tag: "test" }]);

  // One notification a room, with what was said in it; what a push service hands over twice stands there once.
  await say("The pump is loud");
  await expect.poll(bodies).toContain("Bob Smith: The pump is loud");
  const second = await say("Now it is silent");
  const [, pump] = [await say("Sheets are dry", away), "Bob Smith: The pump is loud\nBob Smith: Now it is silent"];
  await expect.poll(bodies).toEqual(expect.arrayContaining([pump, "Bob Smith: Sheets are dry"]));
  await told.again();
  expect(await told.shown()).toHaveLength(3);
  expect(await bodies()).toEqual(expect.arrayContaining([pump, "Bob Smith: Sheets are dry"]));

  // A tap goes to the message in the window that there is; nothing is loaded anew.
  await alice.page.evaluate(() => Object.assign(window, { same: true }));
  await told.tap(tag);
  await expect(alice.page).toHaveURL(new RegExp(`/chat/${room}\\?message=${second.id}$`));
  await expect(alice.message("Now it is silent")).toBeVisible();
  expect(await alice.page.evaluate(() => "same" in window)).toBe(true);
  await expect.poll(async () => (await told.shown()).map((one) => one.tag)).toEqual([`room:${away}`, "test"]);

  // What comes after a tap stands alone, though the page thinks that all in the room is read.
  await alice.page.goto("/settings/notifications");
  await say("Shall I call?");
  await expect.poll(bodies).toContain("Bob Smith: Shall I call?");
  await told.tap(tag, "reply", "Yes, call them");
  const said = async () => {
    const page = await bob.context.request.get(`/api/chat/messages/?room=${room}&limit=1`);
    return ((await page.json()) as { results: Message[] }).results[0]?.content;
  };
  await expect.poll(said).toBe("Yes, call them");
  await say("Done");
  await expect.poll(bodies).toContain("Bob Smith: Done");
  await told.tap(tag, "read");
  const unread = async (of: string) => {
    const page = await alice.context.request.get(`/api/chat/rooms/${of}/`);
    return ((await page.json()) as Room).unread_count;
  };
  await expect.poll(() => unread(room)).toBe(0);

  // What is read on another device goes from this one, and nothing that came later.
  const [old, later] = [await say("Bye"), await say("One more thing", away)];
  await expect.poll(bodies).toEqual(expect.arrayContaining(["Bob Smith: Bye"]));
  await expect.poll(bodies).toEqual(expect.arrayContaining([expect.stringContaining("One more thing")]));
  await alice.post(`/api/chat/rooms/${room}/mark_read/`, { seq: old.seq });
  await alice.post(`/api/chat/rooms/${away}/mark_read/`, { seq: later.seq - 1 });
  await expect.poll(async () => (await told.shown()).map((one) => one.tag)).toEqual([`room:${away}`, "test"]);

  // Off is off, also after the page was loaded anew.
  await alice.page.getByRole("button", { name: "Turn off" }).click();
  await expect(alice.page.getByText("You are not told of new messages on this device.")).toBeVisible();
  expect(await told.shown()).toEqual([]);
  await alice.page.reload();
  await expect(alice.page.getByRole("button", { name: "Turn on" })).toBeVisible();
  const got = pushes.received.length;
  const test = (await alice.post<{ devices: number }>("/api/push/test/", {})).devices;
  expect([test, pushes.received.length, service.faults]).toEqual([0, got, []]);
  await alice.leave();
  await bob.leave();
  await service.stop();
});
