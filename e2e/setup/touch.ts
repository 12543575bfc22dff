import type { Locator, Page } from "@playwright/test";

type Point = { x: number; y: number };

async function middle(target: Locator): Promise<Point> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("There is nothing to touch.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function finger(page: Page) {
  const line = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
    line.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (at: Point) => send("touchStart", [at]),
    move: (at: Point) => send("touchMove", [at]),
    up: async () => {
      await send("touchEnd", []);
      await line.detach();
    },
  };
}

/** What a finger does beside tapping. */
export const touch = {
  /** Stays down until what it is held for has come. */
  async hold(page: Page, target: Locator, until: () => Promise<void>): Promise<void> {
    const hand = await finger(page);
    await hand.down(await middle(target));
    await until();
    await hand.up();
  },

  async swipeRight(page: Page, target: Locator): Promise<void> {
    const hand = await finger(page);
    const { x, y } = await middle(target);
    await hand.down({ x, y });
    for (const far of [20, 45, 70, 90]) await hand.move({ x: x + far, y });
    await hand.up();
  },
};
