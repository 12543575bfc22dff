import { expect, type Locator, type Page } from "@playwright/test";

const FAR = 80;

/** Whether one can see where one is: something about the focused element, or around it, looks unlike itself without focus. */
function focusShows(): boolean {
  const at = document.activeElement;
  // Past the last stop the focus leaves the page, and comes in again at its beginning.
  if (!(at instanceof HTMLElement) || at === document.body) return true;
  const seen = () => {
    const looks: string[] = [];
    for (let element: Element | null = at, up = 0; element && up < 4; element = element.parentElement, up += 1) {
      for (const part of [null, "::after"]) {
        const { outlineStyle, outlineWidth, outlineColor, borderColor, boxShadow, backgroundColor, translate } =
          getComputedStyle(element, part);
        const outline = outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineColor;
        looks.push([outline, borderColor, boxShadow, backgroundColor, translate].join(" "));
      }
    }
    return looks.join("\n");
  };
  const focused = seen();
  at.blur();
  const without = seen();
  at.focus({ preventScroll: true });
  return focused !== without;
}

/** Moves as one without a mouse does, and looks at every stop whether it can be seen. */
export const keyboard = {
  async tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const reached = () => target.evaluate((element) => element === document.activeElement).catch(() => false);
    for (let step = 0; step < FAR && !(await reached()); step += 1) {
      await page.keyboard.press(key);
      const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
      expect(await page.evaluate(focusShows), `the focus shows on ${where ?? "nothing"}`).toBe(true);
    }
    await expect(target).toBeFocused();
  },

  /** Walks a menu by its arrows and tells what it offers. */
  async itemsOf(menu: Locator): Promise<string[]> {
    const names: string[] = [];
    await expect(menu).toBeVisible();
    const page = menu.page();
    const at = menu.locator("[role=menuitem][data-highlighted]");
    const count = await menu.getByRole("menuitem").count();
    for (let step = 0; step < count; step += 1) {
      if (step > 0 || (await at.count()) === 0) await page.keyboard.press("ArrowDown");
      await expect(at).toHaveCount(1);
      names.push((await at.getAttribute("aria-label")) ?? (await at.innerText()));
    }
    return names;
  },

  /** In an open menu: to the item of that name, and presses it. */
  async choose(menu: Locator, name: string): Promise<void> {
    await expect(menu).toBeVisible();
    const item = menu.getByRole("menuitem", { name, exact: true });
    const page = menu.page();
    for (let step = 0; step < FAR && (await item.getAttribute("data-highlighted")) === null; step += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
  },
};
