import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Runs in the page: what would be there if a text had become more than text. */
function slipped(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const say = (what: string) => found.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
    if (element.hasAttribute("data-slip")) say("an element of a text");
    if (["iframe", "object", "embed", "base", "math", "frame", "marquee", "foreignobject", "animate"].includes(name))
      say("an element");
    if (
      name === "script" &&
      !(element as HTMLScriptElement).nonce &&
      !(element as HTMLScriptElement).src.startsWith(location.origin)
    )
      say("a script");
    if (name === "meta" && element.getAttribute("http-equiv")) say("a meta");
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) say(`a handler ${attribute}`);
      if (attribute === "srcdoc" || attribute === "formaction") say(attribute);
      const leads = ["href", "src", "action", "data", "xlink:href", "poster", "srcset", "ping"].includes(attribute);
      if (leads && /^[\s\u0000-\u001f]*(javascript|vbscript|data:text|data:image\/svg|feed|view-source)/i.test(value))
        say(`an address ${attribute}`);
      if (leads && name !== "a" && value.includes("slip.invalid")) say(`something loaded, ${attribute}`);
      if (attribute === "style" && /slip|expression|behavior|@import/.test(value)) say("a style");
    }
  }
  return found;
}

/** A browser in which whatever a text does is noticed. */
export class Watch {
  readonly noticed: string[] = [];

  private constructor(readonly page: Page) {}

  static async over(context: BrowserContext): Promise<Watch> {
    const page = await context.newPage();
    const watch = new Watch(page);
    const note = (what: string) => watch.noticed.push(`${what} on ${new URL(page.url()).pathname}`);
    await page.exposeFunction("slip", () => note("a script ran"));
    await page.exposeFunction("refusedByPolicy", (what: string) => note(`the content policy refused ${what}`));
    await page.addInitScript(() => {
      // Also what stands in the page for a moment only: before it lives, or while somebody scrolls past it.
      const odd =
        "[data-slip], iframe, object, embed, base, math, [onerror], [onload], [onfocus], [onclick], [onmouseover]";
      const told = new Set<string>();
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            for (const element of [node, ...node.querySelectorAll("*")]) {
              if (element.localName === "article") told.add(element.id || element.textContent);
              if (!element.matches(odd)) continue;
              const { refusedByPolicy } = window as unknown as { refusedByPolicy: (what: string) => void };
              refusedByPolicy(`nothing, but a text made ${element.outerHTML.slice(0, 200)}`);
            }
          }
        }
        (window as unknown as { drawn: number }).drawn = told.size;
      }).observe(document, { childList: true, subtree: true });
      document.addEventListener("securitypolicyviolation", (event) => {
        const { refusedByPolicy } = window as unknown as { refusedByPolicy: (what: string) => void };
        refusedByPolicy(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    page.on("dialog", (dialog) => {
      note("a dialog");
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      // Pictures and frames of the texts come from there, or are called x.
      if (/slip\.invalid|\/x$/.test(request.url())) note(`asked for ${request.url()}`);
    });
    page.on("popup", () => note("a window"));
    page.on("pageerror", (error) => note(`an error: ${error.message}`));
    page.on("console", (message) => {
      // A page that does not exist is said to be missing.
      if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
      note(`the console: ${message.text()}`);
    });
    return watch;
  }

  /** Draws a page by the server, waits until it lives, and looks at it. */
  async visit(path: string, seen: string): Promise<void> {
    await this.page.goto(path);
    await this.look(path, seen);
  }

  /** Scrolls to the beginning of a room: what is not on screen is not drawn. */
  async readBack(count: number): Promise<void> {
    const region = this.page.getByRole("region", { name: /^Messages/ });
    await region.hover();
    const drawn = () => this.page.evaluate(() => (window as unknown as { drawn: number }).drawn);
    await expect
      .poll(
        async () => {
          await this.page.mouse.wheel(0, -700);
          return drawn();
        },
        { timeout: 60_000, intervals: [50] },
      )
      .toBeGreaterThanOrEqual(count);
    expect(await this.page.evaluate(slipped)).toEqual([]);
  }

  async look(path: string, seen: string): Promise<void> {
    // That it is shown at all, as text.
    const drawn = async () => (await this.page.evaluate(() => document.body.innerText)).replace(/\s+/g, " ");
    await expect.poll(drawn, { message: path, timeout: 30_000 }).toContain(seen.replace(/\s+/g, " "));
    await this.page.waitForLoadState("networkidle");
    expect(await this.page.evaluate(slipped), path).toEqual([]);
    expect(this.noticed, path).toEqual([]);
  }
}
