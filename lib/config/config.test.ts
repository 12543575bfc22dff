import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "@/lib/config/config";

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "aristay-config-")), "data");
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

const secret = "0123456789abcdef0123456789abcdef";

describe("configuration", () => {
  test("needs nothing: the embedded database, its demo, and a secret that is kept", () => {
    const first = readConfig({ DATA_DIR: folder });
    expect(first).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      SEED: "demo",
      EMBEDDED_DATABASE: true,
    });
    expect(first.AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({ DATA_DIR: folder }).AUTH_SECRET).toBe(first.AUTH_SECRET);
    const file = path.join(folder, "auth-secret");
    expect(readFileSync(file, "utf8").trim()).toBe(first.AUTH_SECRET);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("a database of one's own means no demo, and a secret of one's own", () => {
    const given = { DATABASE_URL: "postgres://a:b@db/chat", DATA_DIR: folder };
    expect(() => readConfig(given)).toThrow(/AUTH_SECRET is required/);
    expect(readConfig({ ...given, AUTH_SECRET: secret })).toMatchObject({ SEED: "none", EMBEDDED_DATABASE: false });
  });

  test("an empty value counts as absent, as in a .env file", () => {
    expect(readConfig({ DATA_DIR: folder, DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000, SEED: "demo" });
  });

  test.each([
    ["PORT", "70000"],
    ["APP_URL", "chat.example.com"],
    ["DATABASE_URL", "mysql://db/chat"],
    ["REDIS_URL", "localhost:6379"],
    ["AUTH_SECRET", "short"],
    ["SEED", "yes"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy"],
    ["OIDC_ISSUER", "http://login.example.com"],
    ["OIDC_ALLOWED_DOMAINS", "example.com, @example.org"],
    ["MODERATION_WEBHOOK_URL", "http://judge.example.com"],
    ["MODERATION_WEBHOOK_SECRET", "whsec_short"],
  ])("a wrong %s is named in one line", (key, value) => {
    expect(() => readConfig({ DATA_DIR: folder, [key]: value })).toThrow(new RegExp(`^Configuration: ${key}: [^\n]+$`));
  });

  test("a moderation service is named wholly or not at all", () => {
    expect(readConfig({ DATA_DIR: folder }).MODERATION).toBeNull();
    const address = { DATA_DIR: folder, MODERATION_WEBHOOK_URL: "https://judge.example.com/texts" };
    const key = { MODERATION_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString("base64")}` };
    expect(() => readConfig(address)).toThrow(/^Configuration: MODERATION_WEBHOOK_SECRET is required[^\n]+$/);
    expect(() => readConfig({ DATA_DIR: folder, ...key })).toThrow(/^Configuration: MODERATION_WEBHOOK_URL is req/);
    expect(readConfig({ ...address, ...key }).MODERATION).toEqual({
      url: "https://judge.example.com/texts",
      key: Buffer.alloc(32, 1),
    });
  });

  test("a provider to sign in with is named wholly or not at all", () => {
    expect(readConfig({ DATA_DIR: folder }).OIDC).toBeNull();
    const half = { DATA_DIR: folder, OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "chat" };
    expect(() => readConfig(half)).toThrow(/^Configuration: OIDC_CLIENT_SECRET required[^\n]+$/);
    expect(() => readConfig({ DATA_DIR: folder, OIDC_ALLOWED_DOMAINS: "example.com" })).toThrow(/OIDC_ISSUER and /);
    const whole = { ...half, OIDC_CLIENT_SECRET: "s", OIDC_NAME: "House login", OIDC_ALLOWED_DOMAINS: "Example.com," };
    expect(readConfig(whole).OIDC).toEqual({
      issuer: "https://login.example.com",
      clientId: "chat",
      clientSecret: "s",
      name: "House login",
      allowedDomains: ["example.com"],
    });
  });

  test("a data folder that cannot be is named in one line", () => {
    expect(() => readConfig({ DATA_DIR: "/proc/nowhere/at/all" })).toThrow(/^DATA_DIR: cannot read or write [^\n]+$/);
  });
});
