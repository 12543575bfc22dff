import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { devices } from "@/e2e/setup/devices";
import { PASSWORD, Person } from "@/e2e/setup/people";
import { touch } from "@/e2e/setup/touch";
import en from "@/lib/i18n/catalogues/en.json" with { type: "json" };
import es from "@/lib/i18n/catalogues/es.json" with { type: "json" };
import vi from "@/lib/i18n/catalogues/vi.json" with { type: "json" };
import { adminParts } from "@/components/admin/admin-parts";
import { settingsParts } from "@/components/settings/settings-parts";

const catalogues = { en, es, vi };
/** Every page and everything that opens: in each language, and at each size in each theme. */
const visits = [
  ["en", "phone", "dark"],
  ["en", "desktop", "light"],
  ["es", "phone", "light"],
  ["vi", "desktop", "dark"],
] as const;

// Each is as long as a file of other journeys.
test.describe.configure({ mode: "parallel" });

/** Looks at what is on screen. */
async function look(page: Page, what: string, without: string[] = []): Promise<void> {
  await expect(page.locator("main, [role=dialog]").first()).toBeVisible();
  // What is drawn for the moment before the live page is not what people work with; what is hidden stays as it was drawn.
  await expect(page.getByRole("status", { name: /Loading|Cargando|Đang tải/ })).toHaveCount(0);
  await expect(page.locator("[data-drawn]").filter({ visible: true })).toHaveCount(0);
  expect.soft(await found(new AxeBuilder({ page }).disableRules(without)), what).toEqual([]);
}

async function found(builder: AxeBuilder): Promise<string[]> {
  // Without frames there is nothing to put together, for which it would open another page each time.
  builder.setLegacyMode();
  // The library's guards around what is open pass the focus on at once: no reader ever meets one.
  const { violations } = await builder.exclude("[data-base-ui-focus-guard]").analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}

/** Looks at what a press opens, and closes it again. */
async function opens(page: Page, what: string, press: () => Promise<unknown>): Promise<void> {
  const over = page.locator("[role=dialog], [role=menu]").filter({ visible: true }).first();
  await press();
  await expect(over, what).toBeVisible();
  // A menu belongs to its button and not to a part of the page.
  await look(page, what, (await over.getAttribute("role")) === "menu" ? ["region"] : []);
  await page.keyboard.press("Escape");
  await expect(over, what).toHaveCount(0);
}

for (const [locale, size, colorScheme] of visits) {
  test(`axe finds nothing on any page nor in anything that opens (${locale}, ${size}, ${colorScheme})`, async ({
    browser,
  }) => {
    test.slow();
    const device = devices[size];
    const t = catalogues[locale];
    const options = { ...device, colorScheme, reducedMotion: "reduce", locale } as const;
    const button = (within: Page | Locator, name: string) =>
      within.getByRole("button", { name, exact: true }).filter({ visible: true }).first();

    const stranger = await browser.newContext(options);
    const door = await stranger.newPage();
    for (const path of ["/sign-in", "/join", "/nowhere"]) {
      await door.goto(path);
      await look(door, path);
    }
    await stranger.close();

    const ada = await Person.arrive(browser, "admin", options, "/me");
    const bob = await Person.arrive(browser, "bob", devices.desktop);
    const { page } = ada;
    await ada.patch("/api/users/me/", { locale });
    const room = `Axe ${locale} ${size}`;
    const id = await ada.group(room, bob);
    const send = (content: string, more = {}) =>
      ada.post<{ id: string }>("/api/chat/messages/", { room: id, content, ...more });
    const { id: said } = await send("A **bold** word, `code`, and a list:\n- @bob\n- https://example.com/");
    await send("In a thread", { thread_root: said });
    await send("The last");
    const reported = await bob.post<{ id: string }>("/api/chat/messages/", { room: id, content: "From Bob" });
    await bob.open(room);
    await expect(bob.message("The last")).toBeVisible();

    await page.goto("/chat");
    await look(page, "/chat");
    await opens(page, "new chat", () => button(page, t.chats.new).click());
    await opens(page, "switcher", () => page.keyboard.press("Control+k"));
    await opens(page, "shortcuts", () => page.keyboard.press("Control+/"));

    await page.goto(`/chat/${id}`);
    const last = page.getByRole("article").filter({ hasText: "The last" });
    await expect(last.getByRole("button", { name: t.message.more, exact: true })).toBeAttached();
    await look(page, "a room");
    const ask = async (of = last) => {
      if (size === "phone") {
        const sheet = page.getByRole("dialog", { name: t.message.toolbar });
        await touch.hold(page, of, () => expect(sheet).toBeVisible());
      } else {
        await of.hover();
        await button(of, t.message.more).click();
      }
    };
    const askFor = async (action: string, of = last) => {
      await ask(of);
      await page
        .getByRole(size === "phone" ? "button" : "menuitem", { name: action, exact: true })
        .filter({ visible: true })
        .first()
        .click();
    };
    await opens(page, "actions for a message", () => ask());
    await opens(page, "forward", () => askFor(t.message.forward));
    const other = page.getByRole("article").filter({ hasText: "From Bob" });
    await opens(page, "report", () => askFor(t.message.report, other));
    await opens(page, "emoji", async () => {
      await askFor(t.message.reactMore);
      await expect(page.getByRole("gridcell").first()).toBeVisible();
    });
    await opens(page, "readers", () =>
      last.getByRole("button", { name: new RegExp(t.message.readBy.replace("{count}", "\\d+")) }).click(),
    );
    await page
      .locator('input[type="file"][multiple]')
      .first()
      .setInputFiles(await photos());
    await button(page, t.files.pair).click();
    await look(page, "before and after, to be sent");
    await button(page, t.composer.send).click();
    const photo = page.getByRole("article").getByRole("button", { name: t.files.open.replace("{name}", "after.png") });
    await opens(page, "a photo", () => photo.click());
    await opens(page, "before over after", async () => {
      await photo.click();
      await button(page, t.files.next).click();
      await expect(page.getByRole("slider")).toBeVisible();
    });
    await page.goto(`/chat/${id}?thread=${said}`);
    await expect(page.getByText("In a thread", { exact: true }).last()).toBeVisible();
    await look(page, "a thread");

    const all = await ada.post<{ id: string }>("/api/chat/rooms/", {
      room_type: "group",
      name: `All ${locale} ${size}`,
      participant_ids: await crowd(ada, `${locale}.${size}`),
    });
    await page.goto(`/chat/${all.id}`);
    await page.getByRole("textbox", { name: t.composer.label.replace("{room}", `All ${locale} ${size}`) }).fill("@all");
    await opens(page, "all?", () => button(page, t.composer.send).click());

    await page.goto(`/chat/${id}/details`);
    const details = page.getByRole("complementary", { name: t.room.details });
    await expect(button(details, t.room.mute)).toBeVisible();
    await look(page, "details");
    await opens(page, "mute", () => button(details, t.room.mute).click());
    await opens(page, "edit the room", () => button(details, t.room.edit).click());
    await opens(page, "add people", () => button(details, t.room.addPeople).click());
    await opens(page, "what can be done with a member", () =>
      button(details, t.room.manage.replace("{name}", "Bob Smith")).click(),
    );
    await opens(page, "archive?", () => button(details, t.room.archive).click());

    const first = async (list: string, kind: RegExp) => {
      await page.goto(list);
      const link = page.getByRole("main").locator("a").filter({ visible: true });
      await expect.poll(async () => (await hrefs(link)).some((href) => kind.test(href)), list).toBe(true);
      await look(page, list);
      return (await hrefs(link)).find((href) => kind.test(href)) ?? "";
    };
    const task = await first("/tasks", /^\/tasks\/\d+/);
    const house = await first("/properties", /^\/properties\/\d+/);
    const person = await first("/people", /^\/people\/\d+/);
    for (const path of [
      house,
      person,
      "/me",
      "/notifications",
      "/search?q=last",
      ...settingsParts.map((part) => `/settings/${part}`),
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true }).first()).toBeVisible();
      await look(page, path);
    }
    await page.goto("/settings/security");
    await opens(page, "add a passkey", () => button(page, t.security.addPasskey).click());
    await opens(page, "turn the second step on", async () => {
      await button(page, t.security.turnOn).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t.settings.passwordCurrent, { exact: true }).fill(PASSWORD);
      await button(dialog, t.security.next).click();
      await expect(dialog.getByRole("img", { name: t.security.qr })).toBeVisible();
    });
    await page.goto(task);
    await look(page, task);
    const status = page.getByRole("button", { name: new RegExp(`^${t.tasks.changeStatus}`) }).filter({ visible: true });
    await opens(page, "status of a task", () => status.first().click());

    await ada.post("/api/reports/", { message: reported.id, reason: "other", note: "Look" });
    await ada.post("/api/admin/filter/rules/", { kind: "words", value: "marmot", action: "hold" });
    await bob.say("A marmot");
    await expect(bob.page.getByText(catalogues.en.message.heldBack).last()).toBeVisible();
    await look(bob.page, "a held text");
    for (const part of ["", ...adminParts("superuser")]) {
      await page.goto(`/admin/${part}`);
      await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true }).first()).toBeVisible();
      await look(page, `/admin/${part}`);
      if (part === "people") {
        await opens(page, "new account", () => button(page, t.admin.addPerson).click());
        await opens(page, "an account", () =>
          page.getByRole("button", { name: "Bob Smith" }).filter({ visible: true }).first().click(),
        );
        await opens(page, "import people", () => button(page, t.admin.import).click());
      }
      if (part === "reports") {
        await opens(page, "a report", () => button(page, t.admin.reportOf.replace("{name}", "Bob Smith")).click());
      }
      if (part === "held") {
        await opens(page, "a text to decide about", () =>
          button(page, t.held.of.replace("{name}", "Bob Smith")).click(),
        );
      }
      if (part === "filter") await opens(page, "new rule", () => button(page, t.filter.add).click());
      if (part === "audit")
        await opens(page, "a deed", () =>
          page.getByRole("list", { name: t.admin.audit }).getByRole("button").first().click(),
        );
      if (part === "devices") await opens(page, "new device", () => button(page, t.admin.approveDevice).click());
      if (part === "invites") await opens(page, "new invitation", () => button(page, t.admin.newInvite).click());
    }
    await ada.patch("/api/users/me/", { locale: "en" });
    await ada.leave();
    await bob.leave();
  });
}

/** So many that whoever calls all of them is asked first. */
const crowd = (admin: Person, visit: string) =>
  Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const body = { username: `zoe.${visit}.${at}`, password: null, first_name: "Zoe", last_name: String(at) };
      return (await admin.post<{ id: number }>("/api/users/", body)).id;
    }),
  );

/** A place before and after the work on it. */
const photos = () =>
  Promise.all(
    ["#a65", "#6a5"].map(async (background, at) => ({
      name: ["before.png", "after.png"][at] ?? "",
      mimeType: "image/png",
      buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background } })
        .png()
        .toBuffer(),
    })),
  );

const hrefs = (links: Locator) => links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
