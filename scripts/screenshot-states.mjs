/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ phone: boolean }} Device */
/** @typedef {(page: Page, device: Device) => Promise<unknown>} Step */
/** @typedef {{ path: string, as?: "alice" | "maria" | "admin" | "nobody", step?: Step, fresh?: boolean }} State */

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

const BOB = "/chat/{Bob Smith}";
const CREW = "/chat/{Cleaning crew}";
const LAST = "Drive safe. Can you check the key safe there? It sticks.";
const OWN = "That's all! Heading to Lakeside next.";

/**
 * Every page and state that is photographed; `{words}` stands for the room that is found by them, `fresh` for a server
 * where nobody has been yet.
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
  photos: { path: "/chat/{Maintenance}", as: "maria" },
  viewer: { path: "/chat/{Maintenance}", as: "maria", step: (page) => press(page, /^Open .*jpg/) },
  thread: { path: BOB, step: (page) => press(page, "2 replies") },
  menu: { path: BOB, step: actions(LAST) },
  "menu-own": { path: BOB, step: actions(OWN) },
  readers: { path: CREW, as: "maria", step: (page) => press(page, /^Read by/) },
  replying: { path: BOB, step: act(LAST, "Reply") },
  editing: { path: BOB, step: act(OWN, "Edit") },
  forward: { path: BOB, step: act(LAST, "Forward") },
  report: { path: BOB, step: act(LAST, "Report") },
  deleted: { path: BOB, step: act(OWN, "Delete") },
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
    },
  },
  tasks: { path: "/tasks" },
  "task-page": { path: "/tasks/1" },
  properties: { path: "/properties" },
  "property-page": { path: "/properties/1" },
  people: { path: "/people" },
  person: { path: "/people/2" },
  notices: { path: "/notifications" },
  me: { path: "/me" },
  ...Object.fromEntries(
    ["profile", "notifications", "appearance", "writing", "devices", "password"].map((part) => [
      `settings-${part}`,
      { path: `/settings/${part}` },
    ]),
  ),
  ...Object.fromEntries(
    ["people", "invites", "rooms", "reports", "audit", "system", "settings"].map((part) => [
      `admin-${part}`,
      { path: `/admin/${part}`, as: /** @type {const} */ ("admin") },
    ]),
  ),
  missing: { path: "/nowhere" },
  "sign-in": { path: "/sign-in", as: "nobody" },
  join: { path: "/join", as: "nobody" },
  setup: { path: "/setup", as: "nobody", fresh: true },
};
