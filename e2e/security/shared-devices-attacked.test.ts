import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAuthServer } from "@/e2e/setup/auth-server";
import { cast, type Person } from "@/e2e/setup/cast";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { SharedTablet } from "@/e2e/setup/shared-tablet";
import { useTestDatabase } from "@/e2e/setup/test-database";
import type { TestServer } from "@/e2e/setup/test-server";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();
const { database } = await import("@/db/database");
const { sharedDevices, pinFailures } = await import("@/db/schema/shared-devices");
const { sessions } = await import("@/db/schema/sessions");
const { openPinSession } = await import("@/lib/domain/sessions/open-pin-session");
const { peopleAtDoor, sharedDeviceHere } = await import("@/lib/domain/shared-devices/shared-device-here");

/** Who would come in without the device, without the person's PIN or after they were ended, or learn who has one. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "dora" | "eve" | "mona", Person>;
const password = "a long enough password";
const devices = "/api/admin/shared-devices/";
const pin = "270451";
const wrong = "CredentialsSignin";

const setPin = async (person: Person, given = pin) => {
  const answer = await person.rest.post("/api/users/me/pin/", { current_password: password, pin: given });
  expect(answer.status).toBe(204);
};
const tablet = (name?: string, team?: string) => SharedTablet.approve(server.url, name, team);

beforeAll(async () => {
  server = await startAuthServer();
  const staff = { ada: "staff", ben: "staff", cleo: "staff", dora: "staff", eve: "staff" } as const;
  people = await cast(server.url, { ...staff, mona: "manager" } as const);
  for (const name of ["ada", "dora", "eve"] as const) await setPin(people[name]);
});
afterAll(() => server.stop());

describe("A browser that is not approved", () => {
  it("opens nothing, with whatever token, and never tells who has a PIN", async () => {
    const approved = await tablet();
    const [row] = await database().db.select().from(sharedDevices);
    const { token } = approved;
    const thief = new SharedTablet(server.url);
    const forged = [token.slice(0, -1), `${token}A`, token.toLowerCase(), approved.device.id, "made-up", ""];
    // What a backup of the database holds is no token.
    const stolen = [row?.tokenHash.toString("hex"), row?.tokenHash.toString("base64url")] as string[];
    for (const given of [...forged, ...stolen]) {
      thief.token = given;
      expect(await thief.enter(people.ada, pin), given).toBe(wrong);
      expect(await peopleAtDoor(given)).toBeNull();
    }
    // Ada has a PIN, Ben has none, and nobody has this number: none of them is ever locked, which would tell them apart.
    for (const id of [people.ada.id, people.ben.id, 999_999]) {
      for (let round = 0; round < 6; round++) expect(await thief.enter({ id }, "111213")).toBe(wrong);
    }
    expect(await database().db.select().from(pinFailures)).toEqual([]);
    expect(await thief.whoIsIn()).toBe(401);
    expect(await approved.enter(people.ada, pin), "the same with the device").toBe("in");
  });

  it("opens nothing once its device was ended, also for a PIN that was being looked at", async () => {
    const ended = await tablet();
    const { token, device } = ended;
    // It is ended, and not yet committed: whoever looks for the device still finds it, counts the try, looks at the PIN.
    const opening = await database().db.transaction(async (tx) => {
      await tx.update(sharedDevices).set({ revokedAt: "2026-01-01T00:00:00Z" }).where(eq(sharedDevices.id, device.id));
      const begun = openPinSession({ token, user: people.ada.id, pin, userAgent: "", address: "192.0.2.1" });
      const refused = expect(begun).rejects.toMatchObject({ code: "bad_credentials" });
      await expect.poll(() => database().db.select().from(pinFailures), { interval: 5 }).toHaveLength(1);
      return { refused };
    });
    await opening.refused;
    await database().db.update(sharedDevices).set({ revokedAt: null }).where(eq(sharedDevices.id, device.id));
    expect((await people.mona.rest.delete(`${devices}${device.id}/`)).status).toBe(204);
    expect(await ended.enter(people.ada, pin)).toBe(wrong);
    expect(await peopleAtDoor(token)).toBeNull();
    expect(await sharedDeviceHere(token)).toBeNull();
  });
});

describe("The names at a door", () => {
  it("are those of active people of its team who have a PIN, and nothing else of them", async () => {
    const [lobby, laundry] = [await tablet("Lobby"), await tablet("Laundry", "laundry")];
    await people.mona.rest.patch(`/api/users/${people.eve.id}/`, { task_group: "laundry" });
    await people.mona.rest.patch(`/api/users/${people.dora.id}/`, { is_active: false });
    const [ada, eve] = [
      { id: people.ada.id, full_name: "Ada Test" },
      { id: people.eve.id, full_name: "Eve Test" },
    ];
    expect(await peopleAtDoor(lobby.token)).toEqual({ name: "Lobby", people: [ada, eve] });
    expect(await peopleAtDoor(laundry.token)).toEqual({ name: "Laundry", people: [eve] });
    expect(await laundry.enter(people.ada, pin), "of another team").toBe(wrong);
    expect(await lobby.enter(people.dora, pin), "closed").toBe(wrong);
    expect(await lobby.enter(people.ben, pin), "without a PIN").toBe(wrong);
    await people.eve.rest.delete("/api/users/me/pin/");
    expect(await peopleAtDoor(laundry.token)).toEqual({ name: "Laundry", people: [] });
  });
});

describe("Guessing", () => {
  it("is over after five, for that person at that device; the right PIN is refused too, each wait is longer", async () => {
    const [here, there] = [await tablet("Here"), await tablet("There")];
    await setPin(people.ben, "804136");
    for (let round = 0; round < 5; round++) expect(await here.enter(people.ada, "111213")).toBe(wrong);
    const waits: number[] = [];
    for (let round = 0; round < 12; round++) {
      const [, wait] = /^rate_limited (\d+)$/.exec(await here.enter(people.ada, pin)) ?? [];
      waits.push(Number(wait));
      expect(await here.whoIsIn(), "locked with the right PIN").toBe(401);
      await database().db.update(pinFailures).set({ lockedUntil: "2020-01-01T00:00:00Z" });
      expect(await here.enter(people.ada, "111213"), "one look when the wait is over").toBe(wrong);
    }
    const minutes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440];
    expect(waits.map((wait) => Math.ceil(wait / 60))).toEqual(minutes);
    expect(await here.enter(people.ben, "804136"), "somebody else").toBe("in");
    expect(await there.enter(people.ada, pin), "elsewhere").toBe("in");
    const told = await here.post(server.url, "/api/auth/callback/credentials", { username: "ada", password });
    expect(told, "with the password").not.toContain("error");
  });
});

describe("A session by PIN", () => {
  it("ends on every connection within a second when its device is ended, and nobody else's does", async () => {
    const [here, there] = [await tablet("Here"), await tablet("There")];
    expect(await here.enter(people.ada, pin)).toBe("in");
    await setPin(people.ben, "804136");
    expect(await there.enter(people.ben, "804136")).toBe("in");
    const headers = (one: SharedTablet) => ({ cookie: one.cookieHeader(server.url), origin: server.url });
    const made = await here.write("POST", "/api/chat/rooms/", {
      room_type: "group",
      participant_ids: [people.ben.id],
    });
    const { id } = (await made.json()) as Room;
    const socket = await SocketListener.connect(server.url, undefined, headers(here));
    const other = await SocketListener.connect(server.url, undefined, headers(there));
    const raw = RoomListener.open(server.url, `/ws/chat/${id}/`, headers(here));
    await raw.frames.find(({ type }) => type === "connection_established", "it is let in");
    const gone = new Promise((resolve) => socket.socket.once("disconnect", resolve));
    const asked = performance.now();
    expect((await people.mona.rest.delete(`${devices}${here.device.id}/`)).status).toBe(204);
    const told = await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    await gone;
    expect(await raw.closed).toBe(4401);
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(told.payload).toEqual({ reason: "device_revoked" });
    expect(await here.whoIsIn()).toBe(401);
    expect(await there.whoIsIn()).toBe("ben");
    const sent = await other.ask("message:send", { room: id, content: "Still here", client_id: crypto.randomUUID() });
    expect(sent.ok).toBe(true);
    expect((await people.ada.rest.get("/api/users/me/")).status, "her phone").toBe(200);
  });

  it("lasts no longer than a shift, and cannot be told from outside to be another one", async () => {
    const here = await tablet();
    expect(await here.enter(people.ada, pin)).toBe("in");
    const rows = await database().db.select().from(sessions);
    const mine = rows.filter(({ sharedDeviceId }) => sharedDeviceId === here.device.id);
    expect(mine).toHaveLength(1);
    const hours = (Date.parse(mine[0]?.expiresAt ?? "") - Date.parse(mine[0]?.createdAt ?? "")) / 3_600_000;
    expect(hours).toBeCloseTo(12, 2);
    // It is a fact of the session in the database: a browser that throws its cookie of the device away gains nothing.
    here.jar(server.url).delete("aristay.device");
    expect((await here.write("GET", "/api/users/me/pin/")).status).toBe(403);
    expect((await here.write("POST", "/api/token/revoke-all/")).status).toBe(403);
  });
});
