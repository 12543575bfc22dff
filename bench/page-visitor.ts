import type { BrowserContext } from "@playwright/test";
import { browserSession } from "./browser-session";
import { launchBrowser } from "./launch-browser";

/** Seen as soon as the message is painted: milliseconds since the navigation began. */
type Watched = Window & { seenAt?: Promise<number> };

/** Somebody of the demo at a browser of their own, signed in, in a room. */
export class PageVisitor {
  private constructor(
    private readonly context: BrowserContext,
    readonly path: string,
  ) {}

  static async arrive(url: string): Promise<PageVisitor> {
    const browser = await launchBrowser();
    const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 } });
    await browserSession(context, url, { username: "alice", password: "aristay-demo" });
    const rooms = (await (await context.request.get("/api/chat/rooms/")).json()) as {
      results: { id: string; display_name: string }[];
    };
    const room = rooms.results.find(({ display_name }) => display_name === "Everyone") ?? rooms.results[0];
    return new PageVisitor(context, `/chat/${room?.id}`);
  }

  /** As a header, for a program that brings its own browser. */
  async cookie(): Promise<string> {
    return (await this.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  /** Opens the room once with a network, until everything that an opening without one needs is on the device. */
  async prepare(): Promise<void> {
    const page = await this.context.newPage();
    await page.goto(this.path);
    await page.getByRole("article").last().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // The copy is written a moment after what it is of has come.
    await page.waitForTimeout(3000);
    await page.close();
    await this.context.setOffline(true);
  }

  /** Until the last room's messages are on screen, without a network, on a processor so many times slower. */
  async offlineStart(slower: number): Promise<number> {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.addInitScript(() => {
      (window as Watched).seenAt = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector("[role=article], article")) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now()));
        }).observe(document, { childList: true, subtree: true });
      });
    });
    await page.goto(this.path);
    const time = await page.evaluate(() => (window as Watched).seenAt ?? Promise.reject(new Error("not watched")));
    await page.close();
    return time;
  }

  async leave(): Promise<void> {
    await this.context.browser()?.close();
  }
}
