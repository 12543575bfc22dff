import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { noteIssued } from "@/e2e/setup/collected";
import { touch } from "@/e2e/setup/touch";

export const PASSWORD = "aristay-demo";

/** What counts as an everyday noise of the browser and not as an error of the product. */
const NOISE = /net::ERR_INTERNET_DISCONNECTED|Failed to load resource/;

type Session = { id: number; cookies: Awaited<ReturnType<BrowserContext["cookies"]>> };

/** Signed in once a run: the door has a journey of its own, and every other one begins behind it. */
const sessions = new Map<string, Promise<Session>>();

async function signIn(browser: Browser, username: string): Promise<Session> {
  const context = await browser.newContext();
  const { csrfToken } = (await (await context.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { username, password: PASSWORD, csrfToken, json: "true" };
  const answer = await context.request.post("/api/auth/callback/credentials", { form });
  expect(answer.status(), await answer.text()).toBe(200);
  const { id } = (await (await context.request.get("/api/users/me/")).json()) as { id: number };
  const cookies = await context.cookies();
  noteIssued({ password: PASSWORD });
  for (const { value } of cookies) noteIssued({ cookie: value });
  await context.close();
  return { id, cookies };
}

function sessionOf(browser: Browser, username: string): Promise<Session> {
  const known = sessions.get(username) ?? signIn(browser, username);
  sessions.set(username, known);
  return known;
}

/** A person at a device, signed in. An unexpected console error fails the journey. */
export class Person {
  private constructor(
    readonly id: number,
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly hasTouch: boolean,
    private readonly complaints: string[],
  ) {}

  /** Signs the person in at a browser; whose number it tells. */
  static async signInAt(browser: Browser, context: BrowserContext, username: string): Promise<number> {
    const { id, cookies } = await sessionOf(browser, username);
    await context.addCookies(cookies);
    return id;
  }

  static async arrive(
    browser: Browser,
    username: string,
    options: BrowserContextOptions,
    path = "/chat",
  ): Promise<Person> {
    const context = await browser.newContext(options);
    const id = await Person.signInAt(browser, context, username);
    const person = await Person.at(id, context, options);
    await person.page.goto(path);
    return person;
  }

  /** By the front door, with a session of their own: for those who sign out again. */
  static async signIn(browser: Browser, username: string, options: BrowserContextOptions): Promise<Person> {
    const { id } = await sessionOf(browser, username);
    const person = await Person.at(id, await browser.newContext(options), options);
    const { page } = person;
    await page.goto("/chat");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fchat$/);
    await page.getByLabel("Username or e-mail").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
    return person;
  }

  private static async at(id: number, context: BrowserContext, options: BrowserContextOptions): Promise<Person> {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    return new Person(id, context, page, options.hasTouch === true, complaints);
  }

  /** A new group with these people, this one its admin: each journey talks where no other does. */
  async group(name: string, ...people: Person[]): Promise<string> {
    const participant_ids = people.map((person) => person.id);
    const { id } = await this.post<{ id: string }>("/api/chat/rooms/", { room_type: "group", name, participant_ids });
    return id;
  }

  /** What this person does at another of their devices, out of sight. */
  post = <T>(path: string, data: Record<string, unknown>): Promise<T> => this.send("POST", path, data);
  patch = <T>(path: string, data: Record<string, unknown>): Promise<T> => this.send("PATCH", path, data);

  private async send<T>(method: string, path: string, data: Record<string, unknown>): Promise<T> {
    const headers = { Origin: new URL(this.page.url()).origin };
    noteIssued(data);
    const answer = await this.context.request.fetch(path, { method, headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  }

  get rooms(): Locator {
    return this.page.getByRole("region", { name: "List of chats" });
  }

  row(room: string): Locator {
    return this.rooms.getByRole("link").filter({ has: this.page.getByText(room, { exact: true }) });
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Message to / });
  }

  async open(room: string): Promise<void> {
    await this.row(room).click();
    // On wide screens the room before has a place to write too, until this one is drawn: what came then would be read there.
    await expect(this.page.getByRole("textbox", { name: `Message to ${room}`, exact: true })).toBeVisible();
  }

  /** Back to the list, which on wide screens is there anyway. */
  async toList(): Promise<void> {
    const back = this.page.getByRole("link", { name: "Back to chats" });
    if (await back.isVisible()) await back.click();
    await expect(this.rooms).toBeVisible();
  }

  async say(text: string): Promise<void> {
    noteIssued({ content: text });
    await this.composer.fill(text);
    await this.page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(this.message(text)).toBeVisible();
  }

  message(text: string): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** Opens what can be done with a message: a mouse finds a menu beside it, a thumb held down a sheet. */
  async ask(message: Locator): Promise<Locator> {
    // On its way it is drawn as another row, which goes when the message is stored.
    await expect(message.getByText("Sending", { exact: true })).toHaveCount(0);
    if (this.hasTouch) {
      const sheet = this.page.getByRole("dialog", { name: "Actions for this message" });
      await touch.hold(this.page, message, () => expect(sheet).toBeVisible());
      return sheet;
    }
    await message.hover();
    await message.getByRole("button", { name: "More actions" }).click();
    return this.page.getByRole("menu");
  }

  async act(message: Locator, action: string): Promise<void> {
    const asked = await this.ask(message);
    await asked.getByRole(this.hasTouch ? "button" : "menuitem", { name: action, exact: true }).click();
    await expect(asked).toBeHidden();
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints.filter((text) => !NOISE.test(text))).toEqual([]);
  }
}
