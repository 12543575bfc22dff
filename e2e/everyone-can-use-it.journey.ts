import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Person } from "@/e2e/setup/people";

const sizes = [
  { name: "phone", viewport: { width: 390, height: 844 } },
  { name: "desktop", viewport: { width: 1440, height: 900 } },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name, viewport } of sizes) {
    test(`axe finds nothing on any page (${name}, ${colorScheme})`, async ({ browser }) => {
      test.slow();
      const options = { viewport, colorScheme, reducedMotion: "reduce" } as const;
      const stranger = await browser.newContext(options);
      const door = await stranger.newPage();
      await door.goto("/sign-in");
      await expect(door.getByRole("button", { name: "Sign in" })).toBeVisible();
      expect(await violations(new AxeBuilder({ page: door }))).toEqual([]);
      await stranger.close();

      const alice = await Person.signIn(browser, "alice", options);
      const { page } = alice;
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      for (const [room, part] of [
        ["Bob Smith", ""],
        ["Cleaning crew", "/details"],
        ["Task: Turnover clean", ""],
      ] as const) {
        await page.goto("/chat");
        await alice.open(room);
        if (part) await page.goto(`${new URL(page.url()).pathname}${part}`);
        // Panes draw in the browser: a page is there when its heading is.
        await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true }).first()).toBeVisible();
        await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
        expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      }
      for (const place of ["People", "Tasks", "Me", "Notifications"]) {
        await page.goto(`/${place.toLowerCase()}`);
        await expect(page.getByRole("heading", { name: place, exact: true })).toBeVisible();
        await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
        expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      }
      await page.goto("/chat");
      await page.getByRole("button", { name: "New chat" }).filter({ visible: true }).click();
      await expect(page.getByRole("dialog").getByText("Bob Smith")).toBeVisible();
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      await alice.leave();
    });
  }
}

async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}
