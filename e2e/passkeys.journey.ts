import { expect, test } from "@playwright/test";
import { devices } from "@/e2e/setup/devices";
import { PASSWORD, Person } from "@/e2e/setup/people";

test("a passkey is made in the settings, opens the door without a password, and no more once it is removed", async ({
  browser,
}) => {
  const maria = await Person.arrive(browser, "maria", devices.desktop);
  await maria.post("/api/users/", { username: "kay", password: PASSWORD, first_name: "Kay", last_name: "Lowe" });
  const kay = await Person.signIn(browser, "kay", devices.desktop);
  const { page } = kay;
  // A phone that knows its owner's finger.
  const protocol = await kay.context.newCDPSession(page);
  await protocol.send("WebAuthn.enable");
  const finger = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await protocol.send("WebAuthn.addVirtualAuthenticator", { options: finger });

  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("My phone");
  await dialog.getByLabel("Current password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const passkey = page.getByRole("list", { name: "Passkeys" }).getByRole("listitem");
  await expect(passkey).toContainText("My phone");
  await expect(passkey).toContainText("not used yet");

  await kay.context.clearCookies();
  await page.goto("/sign-in?next=%2Fsettings%2Fsecurity");
  // Where the browser offers passkeys by itself, the finger may have been quicker.
  await page
    .getByRole("button", { name: "Use a passkey" })
    .or(passkey)
    .first()
    .click({ timeout: 5000 })
    .catch(() => undefined);
  await expect(page).toHaveURL(/\/settings\/security$/);
  await expect(passkey).toContainText("Last used");

  await page.getByRole("button", { name: "Remove My phone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(passkey).toHaveCount(0);
  await kay.context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "does not work here" })).toBeVisible();
  await kay.leave();
  await maria.leave();
});
