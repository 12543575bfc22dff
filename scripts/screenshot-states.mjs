import { roomPicture } from "./room-picture.mjs";
import { secondFactorStates } from "./screenshot-second-factor.mjs";
import { tabletStates } from "./screenshot-tablet.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ phone: boolean }} Device */
/** @typedef {(page: Page, device: Device) => Promise<unknown>} Step */
/** @typedef {{ path: string, as?: string, step?: Step, server?: "demo" | "fresh" | "company" | "workshop" }} State */

/** @type {(page: Page, name: string | RegExp) => Promise<void>} */
const press = (page, name) => page.getByRole("button", { name }).filter({ visible: true }).last().click();

/** What can be done with a message: beside it for a mouse, under a held thumb. @type {(words: string) => Step} */
const actions =
  (words) =>
  async (page, { phone }) => {
    const message = page.getByRole("article").filter({ has: page.getByText(words, { exact: true }) });
    if (phone) {
      await message.dispatchEvent("pointerdown", { pointerType: "touch" });
      return page.getByRole("dialog").waitFor();
    }
    await message.hover();
    await message.getByRole("button", { name: "More actions" }).click();
  };

/** @type {(words: string, action: string) => Step} */
const act = (words, action) => async (page, device) => {
  await actions(words)(page, device);
  const asked = page.getByRole(device.phone ? "dialog" : "menu");
  await asked.getByRole(device.phone ? "button" : "menuitem", { name: action, exact: true }).click();
};

/** @type {(words: string) => Step} */
const write = (words) => (page) => page.getByRole("textbox", { name: /^Message to / }).fill(words);

/** Two photos that were picked and not sent. @type {(page: Page) => Promise<void>} */
const pickTwo = async (page) => {
  const files = await Promise.all(
    [1, 2].map(async (nth) => ({
      name: `IMG_300${nth}.jpg`,
      mimeType: "image/jpeg",
      buffer: Buffer.from(await roomPicture(nth)),
    })),
  );
  await page.locator('input[type="file"][multiple]').first().setInputFiles(files);
  await page.getByRole("button", { name: "Before and after" }).click();
  const sent = page.getByRole("list", { name: "Files to send" });
  await sent.getByRole("listitem").nth(1).waitFor();
  await sent.getByRole("progressbar").first().waitFor({ state: "detached" });
};

const BOB = "/chat/{Bob Smith}";
const CREW = "/chat/{Cleaning crew}";
const LAST = "Drive safe. Can you check the key safe there? It sticks.";
const OWN = "That's all! Heading to Lakeside next.";

/**
 * Every page and state that is photographed; `{words}` stands for the room that is found by them, `server` for one
 * that was started otherwise.
 *
 * @type {Record<string, State>}
 */
export const states = {
  list: { path: "/chat" },
  "list-unread": { path: "/chat", step: (page) => page.getByRole("button", { name: /^Unread/ }).click() },
  "list-nothing": { path: "/chat", step: (page) => page.getByRole("searchbox").first().fill("zzzz") },
  conversation: { path: BOB },
  group: { path: CREW },
  everyone: { path: "/chat/{Everyone}" },
  files: { path: "/chat/{Maintenance}", as: "maria" },
  photos: {
    path: "/chat/{Maintenance}",
    as: "maria",
    step: async (page) => {
      // Its first picture, not the text under it: that one is in view anyhow.
      await page.getByRole("article").getByRole("button", { name: "Open IMG_2040.jpg" }).scrollIntoViewIfNeeded();
      await page.mouse.move(640, 400);
      await page.mouse.wheel(0, -120);
    },
  },
  viewer: { path: "/chat/{Maintenance}", as: "maria", step: (page) => press(page, "Open IMG_2040.jpg") },
  "viewer-pair": {
    path: "/chat/{Maintenance}",
    as: "maria",
    step: async (page) => {
      await page.getByRole("article").getByRole("button", { name: "Open IMG_2041.jpg" }).last().click();
      await page.waitForTimeout(600);
      // The place itself, then both over each other.
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(600);
      await page.keyboard.press("ArrowRight");
      await page.getByRole("slider").waitFor();
    },
  },
  "pair-to-send": { path: BOB, step: pickTwo },
  announcements: { path: "/chat/{House news}" },
  "announcements-admin": { path: "/chat/{House news}/details", as: "maria" },
  held: { path: "/chat/{Pool and garden}", as: "charlie", step: (page) => page.getByText("Waiting for a").waitFor() },
  "held-back": {
    path: "/chat/{Pool and garden}",
    as: "charlie",
    step: async (page) => {
      await press(page, "Take back");
      await page.getByRole("dialog").waitFor();
    },
  },
  hidden: { path: "/chat/{Weekend shift}", as: "tomas" },
  silenced: { path: "/chat/{Weekend shift}", as: "jonas" },
  member: {
    path: "/chat/{Weekend shift}/details",
    as: "maria",
    step: (page) => press(page, "Options for Dave Miller"),
  },
  empty: { path: "/chat/{Garden team}", as: "charlie" },
  warned: { path: "/chat", as: "dave" },
  "not-sent": {
    path: "/chat/{Priya Nair}",
    as: "jonas",
    step: async (page) => {
      await write("Are the towels ready?")(page, { phone: false });
      await press(page, "Send");
      await page.getByText(/^Not sent/).waitFor();
    },
  },
  shortcuts: {
    path: "/chat",
    step: async (page) => {
      await page.keyboard.press("Control+/");
      await page.getByRole("dialog").waitFor();
    },
  },
  thread: {
    path: BOB,
    step: async (page) => {
      await press(page, "2 replies");
      await page.getByRole("region", { name: "Thread" }).getByRole("article").last().waitFor();
    },
  },
  menu: { path: BOB, step: actions(LAST) },
  "menu-own": { path: BOB, step: actions(OWN) },
  readers: { path: CREW, as: "maria", step: (page) => press(page, /^Read by/) },
  replying: { path: BOB, step: act(LAST, "Reply") },
  editing: { path: BOB, step: act(OWN, "Edit") },
  forward: { path: BOB, step: act(LAST, "Forward") },
  report: { path: BOB, step: act(LAST, "Report") },
  // One for each device: what is gone is gone.
  deleted: {
    path: BOB,
    step: (page, device) => act(device.phone ? OWN : "No problem, door is open.", "Delete")(page, device),
  },
  // Phones have an emoji keyboard of their own for writing; the picker is for reacting there.
  "emoji-picker": {
    path: BOB,
    step: (page, device) => (device.phone ? act(LAST, "More emoji")(page, device) : press(page, "Emoji")),
  },
  mentions: {
    path: CREW,
    step: async (page) => {
      await page.getByRole("textbox", { name: /^Message to / }).focus();
      await page.keyboard.type("@");
    },
  },
  commands: {
    path: CREW,
    step: async (page) => {
      await page.getByRole("textbox", { name: /^Message to / }).focus();
      await page.keyboard.type("/");
    },
  },
  "long-draft": {
    path: BOB,
    step: write("The list for tomorrow:\n\n- key safe\n- fan\n- bulb\n- gate\n- tap\n- linen\n- oil\n- paint"),
  },
  offline: {
    path: BOB,
    step: async (page) => {
      await page.context().setOffline(true);
      await write("I am in the cellar, no signal here")(page, { phone: false });
      await press(page, "Send");
    },
  },
  "room-missing": { path: "/chat/00000000-0000-7000-8000-000000000000" },
  task: { path: "/chat/{Turnover clean}" },
  "task-status": { path: "/chat/{Turnover clean}", step: (page) => press(page, /Change status|Status/) },
  property: { path: "/chat/{Palm Villa}" },
  details: { path: `${CREW}/details` },
  "details-admin": { path: `${CREW}/details`, as: "maria" },
  "details-task": { path: "/chat/{Turnover clean}/details" },
  "add-people": { path: `${CREW}/details`, as: "maria", step: (page) => press(page, "Add people") },
  "edit-chat": { path: `${CREW}/details`, as: "maria", step: (page) => press(page, "Edit chat") },
  "new-chat": { path: "/chat", step: (page) => press(page, "New chat") },
  search: { path: "/search?q=key" },
  "search-start": { path: "/search" },
  "search-nothing": { path: "/search?q=zeppelin" },
  switcher: {
    path: "/chat",
    step: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("palm");
      await page.getByRole("dialog").getByText("Messages", { exact: true }).waitFor();
    },
  },
  tasks: { path: "/tasks" },
  "task-page": { path: "/tasks/1" },
  properties: { path: "/properties" },
  "property-page": { path: "/properties/1" },
  people: { path: "/people" },
  person: { path: "/people/4" },
  block: { path: "/people/4", step: (page) => press(page, "Block") },
  "report-person": { path: "/people/4", step: (page) => press(page, "Report this person") },
  notices: { path: "/notifications" },
  "notices-nothing": { path: "/notifications", as: "nina" },
  // The longest words, and the letters that only one of the languages has.
  "list-spanish": { path: "/chat", as: "rosa" },
  "list-vietnamese": { path: "/chat", as: "linh" },
  "group-vietnamese": { path: CREW, as: "linh" },
  "details-vietnamese": { path: `${CREW}/details`, as: "linh" },
  "details-spanish": { path: `${CREW}/details`, as: "rosa" },
  "settings-notifications-vietnamese": { path: "/settings/notifications", as: "linh" },
  "settings-security-spanish": { path: "/settings/security", as: "rosa" },
  "me-vietnamese": { path: "/me", as: "linh" },
  archived: { path: "/chat", step: (page) => press(page, "Archived chats") },
  leave: { path: `${CREW}/details`, step: (page) => press(page, "Leave chat") },
  "list-first": { path: "/chat", as: "nina" },
  me: { path: "/me" },
  ...Object.fromEntries(
    ["profile", "notifications", "appearance", "writing", "devices", "security"].map((part) => [
      `settings-${part}`,
      { path: `/settings/${part}` },
    ]),
  ),
  "settings-blocked": { path: "/settings/blocked", as: "priya" },
  ...secondFactorStates,
  admin: { path: "/admin", as: "admin" },
  ...Object.fromEntries(
    ["people", "invites", "rooms", "reports", "filter", "audit", "push", "system", "settings"].map((part) => [
      `admin-${part}`,
      { path: `/admin/${part}`, as: /** @type {const} */ ("admin") },
    ]),
  ),
  "admin-settings-rest": {
    path: "/admin/settings",
    as: "admin",
    step: (page) => page.getByRole("button", { name: "Save" }).scrollIntoViewIfNeeded(),
  },
  "admin-settings-delete": {
    path: "/admin/settings",
    as: "admin",
    step: async (page) => {
      await page.getByLabel("Keep messages for (days)").fill("365");
      await press(page, "Save");
      await page.getByRole("dialog").waitFor();
    },
  },
  "admin-audit-open": {
    path: "/admin/audit",
    as: "admin",
    step: (page) => page.getByRole("list", { name: "Audit log" }).getByRole("button").first().click(),
  },
  "admin-held": { path: "/admin/held", as: "admin" },
  "admin-held-open": { path: "/admin/held", as: "admin", step: (page) => press(page, "Text by Charlie Okafor") },
  "admin-held-refuse": {
    path: "/admin/held",
    as: "admin",
    step: async (page) => {
      await press(page, "Text by Charlie Okafor");
      await press(page, "Do not let through");
      await page.getByLabel("Reason").waitFor();
    },
  },
  "admin-report": { path: "/admin/reports", as: "admin", step: (page) => press(page, "Report about Dave Miller") },
  "admin-new-rule": { path: "/admin/filter", as: "admin", step: (page) => press(page, "Add a rule") },
  "admin-account": { path: "/admin/people", as: "admin", step: (page) => press(page, /Bob Smith/) },
  "admin-new-account": { path: "/admin/people", as: "admin", step: (page) => press(page, "Add a person") },
  "admin-import": { path: "/admin/people", as: "admin", step: (page) => press(page, "Import a list") },
  "admin-new-invite": { path: "/admin/invites", as: "admin", step: (page) => press(page, "New invitation") },
  ...tabletStates,
  shared: { path: "/shared" },
  "without-network": { path: "/offline" },
  missing: { path: "/nowhere" },
  "sign-in": { path: "/sign-in", as: "nobody" },
  "sign-in-wrong": {
    path: "/sign-in",
    as: "nobody",
    step: async (page) => {
      await page.getByLabel("Username or e-mail").fill("alice");
      await page.getByLabel("Password", { exact: true }).fill("not this one");
      await press(page, "Sign in");
      await page.getByRole("alert").filter({ hasText: /./ }).first().waitFor();
    },
  },
  "sign-in-company": { path: "/sign-in", server: "company" },
  join: { path: "/join", as: "nobody" },
  unsubscribe: { path: "/unsubscribe", as: "nobody" },
  setup: { path: "/setup", server: "fresh" },
  workshop: { path: "/workshop", server: "workshop" },
};
