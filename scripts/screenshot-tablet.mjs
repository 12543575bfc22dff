import { bobsPin, roomOf } from "./screenshot-stage.mjs";

/** @typedef {import("./screenshot-states.mjs").Page} Page */
/** @typedef {import("./screenshot-states.mjs").State} State */
/** @typedef {import("./screenshot-states.mjs").Step} Step */

/** @type {(page: Page, name: string) => import("@playwright/test").Locator} */
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The browser becomes one of several people. @param {Page} page @param {string} name */
const approve = async (page, name) => {
  const { origin } = new URL(page.url());
  const data = { name, task_group: "none" };
  await page.context().request.post(`${origin}/api/admin/shared-devices/`, { headers: { origin }, data });
};

/** A shared device at which nobody is in. @type {Step} */
const leaveTablet = async (page) => {
  await approve(page, "Laundry tablet");
  await page.context().clearCookies({ name: /session-token$/ });
  await page.goto(new URL("/sign-in", page.url()).href);
  return page.getByRole("button", { name: "Bob Smith" }).waitFor();
};

/** @type {(pin: string) => Step} */
const givePin = (pin) => async (page, device) => {
  await leaveTablet(page, device);
  await button(page, "Bob Smith").click();
  await page.getByLabel("PIN of Bob Smith").fill(pin);
  await button(page, "Sign in").click();
};

/** Bob is in. @type {Step} */
const comeIn = async (page, device) => {
  await givePin(bobsPin)(page, device);
  return page.getByRole("button", { name: "Lock", exact: true }).waitFor();
};

/**
 * A device of several people, from its approval to its lock.
 *
 * @type {Record<string, State>}
 */
export const tabletStates = {
  "admin-devices": {
    path: "/admin/devices",
    as: "admin",
    step: async (page) => {
      await approve(page, "Tablet in the office");
      await page.reload();
    },
  },
  "admin-new-device": {
    path: "/admin/devices",
    as: "admin",
    step: (page) => button(page, "Make this browser a shared device").click(),
  },
  "tablet-door": { path: "/admin/devices", as: "admin", step: leaveTablet },
  "tablet-wrong": {
    path: "/admin/devices",
    as: "admin",
    step: async (page, device) => {
      await givePin("918273")(page, device);
      await page.getByText("The PIN is not right.").waitFor();
    },
  },
  "tablet-in": { path: "/admin/devices", as: "admin", step: comeIn },
  "tablet-me": {
    path: "/admin/devices",
    as: "admin",
    step: async (page, device) => {
      await comeIn(page, device);
      await page.goto(new URL("/me", page.url()).href);
      await page.getByText("You came in with a PIN.", { exact: false }).waitFor();
    },
  },
  "tablet-locking": {
    path: "/admin/devices",
    as: "admin",
    step: async (page, device) => {
      await comeIn(page, device);
      await page.goto(
        new URL(`/chat/${await roomOf(page.context().request, new URL(page.url()).origin, "Maintenance")}`, page.url())
          .href,
      );
      await page.context().setOffline(true);
      await page.getByRole("textbox", { name: /^Message to / }).fill("Towels for Palm Villa are in the van");
      await button(page, "Send").click();
      await page.getByRole("button", { name: "Lock", exact: true }).click();
      await page.getByText("One message is still to be sent.", { exact: false }).waitFor();
    },
  },
};
