import { afterAll, beforeAll, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { houseLimitNames, houseLimits, keepDays } from "@/lib/contract/house-limits";
import type { HouseSettings } from "@/lib/contract/house-settings";
import { cast, type Person } from "./setup/cast";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben" | "boss", Person>;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", boss: "superuser" });
});
afterAll(() => server.stop());

const get = async () => (await people.boss.rest.get("/api/admin/settings/")).body as HouseSettings;
const set = (body: object) => people.boss.rest.patch("/api/admin/settings/", body);
const changes = async () => {
  const { body } = await people.boss.rest.get("/api/admin/audit/?action=house.settings_changed");
  return (body as { results: { details: object; actor: string }[] }).results.map(({ details }) => details);
};

it("names what is usual, keeps what was set beside it, and notes both the old and the new value", async () => {
  const usual = {
    upload_mb_per_day: config().UPLOAD_MB_PER_DAY,
    file_mb: 25,
    lock_minutes: 5,
    limits: { send: 150, search: 60, create_room: 60, upload: 120, report: 20 },
  };
  const nothing = { send: null, search: null, create_room: null, upload: null, report: null };
  const untouched = { upload_mb_per_day: null, file_mb: null, lock_minutes: 5, limits: nothing, message_days: null };
  expect(await get()).toEqual({ ...untouched, usual });

  expect((await set({ limits: { send: 40, report: 5 }, message_days: 365 })).body).toEqual({
    ...untouched,
    limits: { ...nothing, send: 40, report: 5 },
    message_days: 365,
    usual,
  });
  await set({ limits: { report: null, search: 30 }, file_mb: 10 });
  expect(await get()).toMatchObject({ limits: { ...nothing, send: 40, search: 30 }, file_mb: 10, message_days: 365 });
  // Nothing new is no change.
  await set({ limits: { send: 40 }, message_days: 365 });
  expect(await changes()).toEqual([
    { "limits.report": [5, null], "limits.search": [null, 30], file_mb: [null, 10] },
    { "limits.send": [null, 40], "limits.report": [null, 5], message_days: [null, 365] },
  ]);
  await set({ limits: { send: null, search: null }, file_mb: null, message_days: null });
  expect(await get()).toEqual({ ...untouched, usual });
});

const bounds: [string, { least: number; most: number }, (value: unknown) => object][] = [
  ...houseLimitNames.map((name): [string, { least: number; most: number }, (value: unknown) => object] => [
    name,
    houseLimits[name],
    (value) => ({ limits: { [name]: value } }),
  ]),
  ["message_days", keepDays, (value) => ({ message_days: value })],
  ["file_mb", { least: 1, most: 25 }, (value) => ({ file_mb: value })],
  ["upload_mb_per_day", { least: 1, most: 1_000_000 }, (value) => ({ upload_mb_per_day: value })],
];

it.each(bounds)("takes %s within its bounds, and nothing beyond either of them", async (_, { least, most }, body) => {
  for (const value of [least - 1, most + 1, -1, least + 0.5, String(least)]) {
    expect((await set(body(value))).status, String(value)).toBe(400);
  }
  for (const value of [least, most, null]) expect((await set(body(value))).status, String(value)).toBe(200);
});

it("knows no other limit, and nobody but superusers", async () => {
  expect((await set({ limits: { signIn: 1000 } })).status).toBe(400);
  expect((await people.ada.rest.patch("/api/admin/settings/", { message_days: 30 })).status).toBe(403);
});

it("holds a person to what was set from the next send on, and another one to their own count; off is off", async () => {
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  const send = async (by: Person) =>
    (await by.rest.post("/api/chat/messages/", { room: (made.body as { id: string }).id, content: "Again" })).status;
  const some = async (by: Person, times: number) => {
    const answers: number[] = [];
    for (let n = 0; n < times; n++) answers.push(await send(by));
    return answers.filter((status) => status === 429).length;
  };
  await set({ limits: { send: 10 } });
  expect(await some(people.ada, 12)).toBe(0);
  config().RATE_LIMITS = "on";
  try {
    expect(await some(people.ada, 12)).toBe(2);
    expect(await some(people.ben, 10)).toBe(0);
    await set({ limits: { send: 20 } });
    expect(await send(people.ada)).toBe(201);
  } finally {
    config().RATE_LIMITS = "off";
    await set({ limits: { send: null } });
  }
});
