import { randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { openSecret, sealSecret } from "./sealed-secret";

const { AUTH_SECRET } = config();
afterEach(() => {
  config().AUTH_SECRET = AUTH_SECRET;
});

it("opens for its owner, and looks different every time", () => {
  const secret = randomBytes(20);
  const [one, two] = [sealSecret(secret, "7"), sealSecret(secret, "7")];
  expect(openSecret(one, "7")).toEqual(secret);
  expect(one.equals(two)).toBe(false);
  expect(one.includes(secret)).toBe(false);
});

it("opens for nobody else, not with another AUTH_SECRET, and not when a bit of it was changed", () => {
  const sealed = sealSecret(randomBytes(20), "7");
  expect(openSecret(sealed, "8")).toBeUndefined();
  for (const at of [0, 15, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(openSecret(changed, "7")).toBeUndefined();
  }
  config().AUTH_SECRET = "another secret of thirty-two characters";
  expect(openSecret(sealed, "7")).toBeUndefined();
});
