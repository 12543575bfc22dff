import { afterEach, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { securityHeaders } from "@/lib/server/security-headers";
import { cookieNames } from "./cookie-names";

const plain = config().APP_URL;
afterEach(() => {
  config().APP_URL = plain;
});

it("has cookies that no other host can set, and tells browsers to stay on https, once the app is on https", () => {
  expect(cookieNames()).toMatchObject({ session: "next-auth.session-token", secure: false });
  expect(securityHeaders()).not.toHaveProperty("strict-transport-security");
  config().APP_URL = "https://chat.example.com";
  const { secure, ...names } = cookieNames();
  expect(secure).toBe(true);
  for (const name of Object.values(names)) expect(name).toMatch(/^__Host-/);
  expect(securityHeaders()["strict-transport-security"]).toMatch(/max-age=\d{8}/);
});
