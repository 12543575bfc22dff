import { Secret, TOTP } from "otpauth";

/** @typedef {import("./screenshot-states.mjs").Page} Page */
/** @typedef {import("./screenshot-states.mjs").State} State */

const username = "olivia";
const password = "aristay-demo";
const ofOneself = "/api/users/me/second-factor/";

/** What the app on a phone shows now. @param {string} secret */
const codeOf = (secret) => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, "")) }).generate();

/** As far as the secret for the app. Nothing is kept of it before it is confirmed. @type {(page: Page) => Promise<void>} */
const turnOn = async (page) => {
  await page.getByRole("button", { name: "Turn on" }).last().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByRole("img").waitFor();
};

/** From an administrator to somebody who has no second factor, also when a picture before this one gave them one. @param {Page} page */
const becomeSomebody = async (page) => {
  const { request } = page.context();
  const { origin } = new URL(page.url());
  const found = await request.get(`${origin}/api/users/?search=${username}`);
  /** @type {unknown} */
  const people = await found.json();
  const { results } = /** @type {{ results: { id: number }[] }} */ (people);
  await request.delete(`${origin}/api/users/${results[0]?.id}/second-factor/`, { headers: { origin } });
  await page.context().clearCookies();
  const answer = await request.get(`${origin}/api/auth/csrf`);
  /** @type {unknown} */
  const csrf = await answer.json();
  const { csrfToken } = /** @type {{ csrfToken: string }} */ (csrf);
  const form = { username, password, csrfToken, json: "true" };
  await request.post(`${origin}/api/auth/callback/credentials`, { form });
  return { request, origin };
};

/**
 * The code of an app beside the password: from turning it on to signing in with it.
 *
 * @type {Record<string, State>}
 */
export const secondFactorStates = {
  "second-factor-proof": {
    path: "/settings/security",
    step: (page) => page.getByRole("button", { name: "Turn on" }).last().click(),
  },
  "second-factor-setup": { path: "/settings/security", step: turnOn },
  "second-factor-codes": {
    path: "/me",
    as: "admin",
    step: async (page) => {
      const { origin } = await becomeSomebody(page);
      await page.goto(`${origin}/settings/security`, { waitUntil: "networkidle" });
      await turnOn(page);
      const dialog = page.getByRole("dialog");
      const secret = await dialog.locator(".select-all").textContent();
      await dialog.getByLabel(/^Code/).fill(codeOf(secret ?? ""));
      await dialog.getByRole("button", { name: "Turn on" }).click();
      await dialog.getByRole("heading", { name: "Recovery codes" }).waitFor();
    },
  },
  "sign-in-code": {
    path: "/me",
    as: "admin",
    step: async (page) => {
      const { request, origin } = await becomeSomebody(page);
      const options = { headers: { origin }, data: { current_password: password } };
      const begun = await request.post(origin + ofOneself, options);
      /** @type {unknown} */
      const enrolment = await begun.json();
      const { secret } = /** @type {{ secret: string }} */ (enrolment);
      await request.post(`${origin}${ofOneself}confirm/`, { headers: { origin }, data: { otp: codeOf(secret) } });
      await page.context().clearCookies();
      await page.goto(`${origin}/sign-in`, { waitUntil: "networkidle" });
      await page.getByLabel("Username or e-mail").fill(username);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByText("No phone and no written codes?", { exact: false }).waitFor();
    },
  },
};
