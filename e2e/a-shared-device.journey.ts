import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { noteIssued } from "./setup/collected";
import { PASSWORD, Person } from "./setup/people";

/** In the laundry one tablet is everybody's: Dave leaves nothing of himself to Jonas, who comes after him. */

const pins = { dave: "270451", jonas: "804136" } as const;

async function fitForAll(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
}

/** Everything that the browser keeps for this site, and what the page shows, as one text. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie, document.body.innerText];
    for (const { name, version } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? "", version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error("no database"));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => resolve(asking.result);
        });
        kept.push(name, store, rows);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const isText = /json|html|text\/plain/.test(answer?.headers.get("content-type") ?? "");
        kept.push(request.url, isText ? await answer?.text() : "");
      }
    }
    return JSON.stringify(kept);
  });
}

async function comeIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByLabel("PIN of", { exact: false }).fill(pin);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a tablet is approved, and whoever comes next finds nothing of the one before", async ({ browser }) => {
  const size = { viewport: { width: 820, height: 1180 }, reducedMotion: "reduce" } as const;
  const dave = await Person.arrive(browser, "dave", size);
  const jonas = await browser.newContext();
  await Person.signInAt(browser, jonas, "jonas");
  const secret = `Towels ${crypto.randomUUID().slice(0, 8)}`;
  await dave.group(secret);
  const origin = new URL(dave.page.url()).origin;
  for (const [name, { request }] of [["dave", dave.context] as const, ["jonas", jonas] as const]) {
    noteIssued({ pin: pins[name] });
    const data = { current_password: PASSWORD, pin: pins[name] };
    const answer = await request.post("/api/users/me/pin/", { headers: { Origin: origin }, data });
    expect(answer.status(), await answer.text()).toBe(204);
  }

  const priya = await Person.signIn(browser, "priya", { ...size, serviceWorkers: "allow" });
  const { page, context } = priya;
  const lock = page.getByRole("button", { name: "Lock", exact: true });
  await page.goto("/admin/devices");
  await page.getByRole("button", { name: "Make this browser a shared device" }).click();
  await page.getByLabel("Name").fill("Laundry tablet");
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("This browser · ", { exact: false })).toBeVisible();
  await expect(lock).toBeVisible();
  // Nobody touches it for longer than the house allows.
  await page.evaluate(() => localStorage.setItem("aristay.touched", String(Date.now() - 6 * 60_000)));

  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole("button", { name: "Priya" }), "she has no PIN").toHaveCount(0);
  await fitForAll(page);
  await comeIn(page, "Dave", "111213");
  await expect(page.getByText("The PIN is not right.")).toBeVisible();
  await page.getByLabel("PIN of", { exact: false }).fill(pins.dave);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(lock).toBeVisible();
  await fitForAll(page);
  await priya.open(secret);
  await priya.say(`${secret} are folded`);
  await dave.open(secret);
  await expect(dave.message(`${secret} are folded`)).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // What he writes without a network waits on the device, and stays his when it locks: nothing is behind the curtain.
  await context.setOffline(true);
  await priya.say(`${secret} are ironed`);
  await priya.composer.fill(`${secret} unfinished`);
  // What is kept on the device is there now, or its going would prove nothing.
  for (const words of ["unfinished", "are folded", "are ironed"]) {
    await expect.poll(() => everythingKept(page)).toContain(`${secret} ${words}`);
  }
  await lock.click();
  const told = page.getByText("One message is still to be sent.", { exact: false });
  await expect(told).toBeVisible();
  await fitForAll(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(told).toBeVisible();
  await page.reload();
  await expect(told, "nor does a reload open anything").toBeVisible();
  const signedOut = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/auth/signout");
  await context.setOffline(false);
  // The browser's own cache holds files that he has looked at: no script can empty it.
  expect(await (await signedOut).headerValue("clear-site-data")).toBe('"cache"');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(dave.message(`${secret} are ironed`), "it was sent").toBeVisible();
  expect(await everythingKept(page), "at the door already").not.toContain(secret);

  await comeIn(page, "Jonas", pins.jonas);
  await expect(lock).toBeVisible();
  await expect(page.getByText("Jonas", { exact: false }).first()).toBeVisible();
  expect(await everythingKept(page)).not.toContain(secret);
  await page.goBack();
  await expect(page.getByText(secret)).toHaveCount(0);
  expect((await page.goto("/admin"))?.status()).toBe(404);
  await page.goto("/settings/notifications");
  await expect(page.getByText("On a device of several people nobody is notified.")).toBeVisible();
  await page.goto("/settings/security");
  await expect(page, "what takes a password").toHaveURL(/\/me$/);
  await expect(page.getByText("You came in with a PIN.", { exact: false })).toBeVisible();

  // The device is ended from elsewhere while somebody is in.
  await page.goto("/chat");
  await expect.poll(() => everythingKept(page)).toContain("Jonas");
  const boss = await browser.newContext();
  await Person.signInAt(browser, boss, "admin");
  const devices = "/api/admin/shared-devices/";
  const { results } = (await (await boss.request.get(devices)).json()) as { results: { id: string }[] };
  expect((await boss.request.delete(`${devices}${results[0]?.id}/`, { headers: { Origin: origin } })).status()).toBe(
    204,
  );
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByLabel("Username or e-mail"), "the door of any browser").toBeVisible();
  expect(await everythingKept(page)).not.toContain("Jonas");

  await dave.leave();
  for (const one of [jonas, boss, context]) await one.close();
});
