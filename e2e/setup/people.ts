import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

export const PASSWORD = "aristay-demo";

/** What counts as an everyday noise of the browser and not as an error of the product. */
const NOISE = /net::ERR_INTERNET_DISCONNECTED|Failed to load resource/;

/** A person at their own device, signed in by the front door. An unexpected console error fails the journey. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly complaints: string[],
  ) {}

  static async signIn(browser: Browser, username: string, options: BrowserContextOptions): Promise<Person> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto("/chat");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fchat$/);
    await page.getByLabel("Username or e-mail").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
    return new Person(context, page, complaints);
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
    await expect(this.composer).toBeVisible();
  }

  /** Back to the list, which on wide screens is there anyway. */
  async toList(): Promise<void> {
    const back = this.page.getByRole("link", { name: "Back to chats" });
    if (await back.isVisible()) await back.click();
    await expect(this.rooms).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(this.message(text)).toBeVisible();
  }

  message(text: string): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** Chooses from the menu of a message, as a mouse or a thumb would open it. */
  async act(text: string, action: string): Promise<void> {
    await this.message(text).getByRole("button", { name: "More actions" }).press("Enter");
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints.filter((text) => !NOISE.test(text))).toEqual([]);
  }
}
