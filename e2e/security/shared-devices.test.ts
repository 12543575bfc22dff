import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAuthServer } from "@/e2e/setup/auth-server";
import { Authenticator } from "@/e2e/setup/authenticator";
import { cast, type Person } from "@/e2e/setup/cast";
import { SocketListener } from "@/e2e/setup/listener";
import { SharedTablet } from "@/e2e/setup/shared-tablet";
import { useTestDatabase } from "@/e2e/setup/test-database";
import type { TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import { isWeakPin } from "@/lib/contract/is-weak-pin";
import type { SharedDevice } from "@/lib/contract/shared-devices";

await useTestDatabase();
const { database } = await import("@/db/database");
const { pinFailures } = await import("@/db/schema/shared-devices");

/** A PIN opens a door only where a manager has approved the browser, for its own person, and not the doors of the house. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "dora" | "eve" | "vera" | "mona", Person>;
const password = "a long enough password";
const devices = "/api/admin/shared-devices/";
const secondFactor = "/api/users/me/second-factor/";
const passkeys = "/api/users/me/passkeys/";
const pins = { ada: "270451", ben: "804136", mona: "519374", dora: "660172" } as const;

beforeAll(async () => {
  server = await startAuthServer();
  const staff = { ada: "staff", ben: "staff", cleo: "staff", dora: "staff", eve: "staff" } as const;
  const roles = { ...staff, vera: "viewer", mona: "manager" } as const;
  people = await cast(server.url, roles);
  for (const name of Object.keys(pins) as (keyof typeof pins)[]) {
    const body = { current_password: password, pin: pins[name] };
    expect((await people[name].rest.call("POST", "/api/users/me/pin/", body)).status).toBe(204);
  }
});
afterAll(() => server.stop());

const tablet = (name?: string, team?: string) => SharedTablet.approve(server.url, name, team);

describe("A PIN", () => {
  it("opens at an approved browser, and nowhere else", async () => {
    const browser = await tablet();
    expect(await browser.whoIsIn()).toBe(401);
    expect(await browser.enter(people.ada, pins.ada)).toBe("in");
    expect(await browser.whoIsIn()).toBe("ada");
    const stranger = new SharedTablet(server.url);
    expect(await stranger.enter(people.ada, pins.ada)).toBe("CredentialsSignin");
    stranger.token = "made-up";
    expect(await stranger.enter(people.ada, pins.ada)).toBe("CredentialsSignin");
    expect(await stranger.whoIsIn()).toBe(401);
  });

  it("is one's own, and of nobody without one, closed, or of another team", async () => {
    const browser = await tablet();
    expect(await browser.enter(people.ben, pins.ada)).toBe("CredentialsSignin");
    expect(await browser.enter(people.cleo, pins.ada)).toBe("CredentialsSignin");
    expect(await browser.enter(people.ben, "80413")).toBe("CredentialsSignin");
    const laundry = await tablet("Laundry", "laundry");
    expect(await laundry.enter(people.ben, pins.ben)).toBe("CredentialsSignin");
    await people.mona.rest.patch(`/api/users/${people.ben.id}/`, { task_group: "laundry" });
    expect(await laundry.enter(people.ben, pins.ben)).toBe("in");
    await people.mona.rest.patch(`/api/users/${people.dora.id}/`, { is_active: false });
    expect(await browser.enter(people.dora, pins.dora)).toBe("CredentialsSignin");
  });

  it("brings one in and the last one out, with what their connections hear", async () => {
    const browser = await tablet();
    await browser.enter(people.ada, pins.ada);
    const before = browser.cookieHeader(server.url);
    const socket = await SocketListener.connect(server.url, undefined, { cookie: before, origin: server.url });
    expect(await browser.enter(people.ben, pins.ben)).toBe("in");
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    expect(await browser.whoIsIn()).toBe("ben");
    const old = await fetch(`${server.url}/api/users/me/`, { headers: { cookie: before } });
    expect(old.status).toBe(401);
  });

  it("does not reach what takes a password, whoever it is", async () => {
    const browser = await tablet();
    expect(await browser.enter(people.mona, pins.mona)).toBe("in");
    const room = await browser.write("POST", "/api/chat/rooms/", { room_type: "group", participant_ids: [] });
    expect(room.status, "the chat is open").toBe(201);
    const doors: [string, string, object?][] = [
      ["POST", "/api/users/me/password/", { current_password: password, password: "another long password" }],
      ["POST", "/api/users/me/pin/", { current_password: password, pin: "928374" }],
      ["DELETE", "/api/users/me/pin/"],
      ["DELETE", "/api/users/me/sessions/"],
      ["POST", "/api/token/revoke-all/"],
      ["GET", secondFactor],
      ["POST", secondFactor, { current_password: password }],
      ["POST", `${secondFactor}confirm/`, { otp: "123456" }],
      ["POST", `${secondFactor}recovery-codes/`, { current_password: password }],
      ["DELETE", secondFactor, { current_password: password }],
      ["DELETE", `/api/users/${people.ada.id}/second-factor/`],
      ["GET", passkeys],
      ["POST", `${passkeys}options/`, { current_password: password }],
      ["DELETE", `${passkeys}${crypto.randomUUID()}/`],
      ["GET", "/api/admin/reports/"],
      ["POST", devices, { name: "Another" }],
      ["DELETE", `${devices}${browser.device.id}/`],
      ["POST", "/api/users/", { username: "fay", password }],
      ["PATCH", `/api/users/${people.ada.id}/`, { password: "another long password" }],
      ["POST", "/api/admin/invites/", { role: "staff" }],
      ["GET", "/api/admin/people/"],
      ["GET", "/api/admin/rooms/"],
      ["GET", devices],
      ["GET", "/api/users/me/sessions/"],
    ];
    for (const [method, path, body] of doors) {
      const answer = await browser.write(method, path, body);
      expect(answer.status, `${method} ${path}`).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "forbidden" });
    }
    expect((await people.mona.rest.get(devices)).status, "with the password").toBe(200);
  });

  it("locks its person out of that device after five wrong ones, many at once too, and not from the password", async () => {
    const [browser, other] = [await tablet(), await tablet("Lobby")];
    const tries = await Promise.all(Array.from({ length: 20 }, () => browser.enter(people.ada, "111213")));
    expect(tries.filter((said) => said === "CredentialsSignin")).toHaveLength(5);
    expect(tries.filter((said) => /^rate_limited \d+$/.test(said))).toHaveLength(15);
    expect(await browser.enter(people.ada, pins.ada)).toMatch(/^rate_limited (60|5\d)$/);
    expect(await other.enter(people.ada, pins.ada), "at another device").toBe("in");
    expect(await browser.enter(people.ben, pins.ben), "somebody else").toBe("in");
    await browser.post(server.url, "/api/auth/callback/credentials", { username: "ada", password });
    expect(await browser.whoIsIn()).toBe("ada");
    const locked = await people.mona.rest.get("/api/admin/audit/?action=person.pin_locked");
    expect(locked.status).toBe(403);

    // The wait over, one more wrong one doubles it.
    await database().db.update(pinFailures).set({ lockedUntil: "2020-01-01T00:00:00Z" });
    expect(await browser.enter(people.ada, "111213")).toBe("CredentialsSignin");
    expect(await browser.enter(people.ada, pins.ada)).toMatch(/^rate_limited 1[12]\d$/);
    await database().db.update(pinFailures).set({ lockedUntil: "2020-01-01T00:00:00Z" });
    expect(await browser.enter(people.ada, pins.ada)).toBe("in");
    expect(await browser.enter(people.ada, "111213"), "a right one begins anew").toBe("CredentialsSignin");
    expect(await browser.enter(people.ada, pins.ada)).toBe("in");
  });

  it("is set with a code of the second factor where there is one, and asks for none at its device", async () => {
    const app = await Authenticator.enrol(people.eve.rest, password);
    const set = (otp?: string) =>
      people.eve.rest.post("/api/users/me/pin/", { current_password: password, pin: "738205", ...(otp && { otp }) });
    for (const otp of [undefined, "no code"]) {
      expect(await set(otp)).toMatchObject({
        status: 400,
        body: { code: "invalid_input", fields: { otp: [expect.any(String)] } },
      });
    }
    const browser = await tablet();
    expect(await browser.enter(people.eve, "738205")).toBe("CredentialsSignin");
    expect((await set(app.code(1))).status).toBe(204);
    expect(await browser.enter(people.eve, "738205")).toBe("in");
    expect(await browser.whoIsIn()).toBe("eve");
  });

  it("is nothing any more once the device, the PIN or the password is ended", async () => {
    const browser = await tablet();
    await browser.enter(people.ben, pins.ben);
    await people.mona.rest.delete(`${devices}${browser.device.id}/`);
    expect(await browser.whoIsIn()).toBe(401);
    expect(await browser.enter(people.ben, pins.ben)).toBe("CredentialsSignin");
    const left = (await people.mona.rest.get(devices)).body as { results: SharedDevice[] };
    expect(left.results.map(({ id }) => id)).not.toContain(browser.device.id);

    const other = await tablet();
    await other.enter(people.ben, pins.ben);
    await people.ben.rest.delete("/api/users/me/pin/");
    expect(await other.whoIsIn()).toBe(401);
    expect((await people.ben.rest.get("/api/users/me/")).status).toBe(200);
    await people.mona.rest.patch(`/api/users/${people.ada.id}/`, { password: "another long password" });
    expect(await other.enter(people.ada, pins.ada)).toBe("CredentialsSignin");
  });

  it("a browser that locked itself without a network is out until the server was told", async () => {
    const browser = await tablet();
    await browser.enter(people.mona, pins.mona);
    browser.jar(server.url).set("aristay.locked", "1");
    expect(await browser.whoIsIn()).toBe(401);
  });
});

it("only managers approve browsers, over https by a cookie of this host alone", async () => {
  for (const name of ["cleo", "vera"] as const) {
    expect((await people[name].rest.post(devices, { name: "Mine" })).status).toBe(403);
  }
  config().APP_URL = "https://chat.example";
  const { headers } = await people.mona.rest.post(devices, { name: "Lobby" });
  expect(headers.getSetCookie().join()).toMatch(/^__Host-aristay.device=[\w-]{43}; Path=\/; .*HttpOnly; .*Secure$/);
  config().APP_URL = server.url;
});

it("what is guessed first is no PIN", () => {
  for (const pin of ["123456", "654321", "111111", "121212", "112211", "246802", "123123", "123321", "098765"]) {
    expect(isWeakPin(pin), pin).toBe(true);
  }
  for (const pin of Object.values(pins)) expect(isWeakPin(pin), pin).toBe(false);
});
