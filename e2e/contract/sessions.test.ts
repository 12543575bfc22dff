import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { ContractClient, expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Session } from "@/lib/contract/session";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Everybody sees which devices they are signed in on and signs them out; managers do it for those not above them. */
let server: TestServer;
let people: Record<"ada" | "ben" | "vera" | "mona" | "sue", Person>;
const password = "a long enough password";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", vera: "viewer", mona: "manager", sue: "superuser" });
});
afterAll(() => server.stop());

const own = "/api/users/me/sessions/";
const android =
  "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

describe.each(slashForms)("Devices, %s", (_, form) => {
  const by = (access?: string) => new ContractClient(server.url, form, access);
  const signIn = async (username: string, userAgent = android, word = password) => {
    const answer = await by().post("/api/token/", { username, password: word }, { "user-agent": userAgent });
    expect(answer.status).toBe(200);
    return answer.body as { access: string; refresh: string };
  };
  const listOf = async (access: string, path = own) => (await by(access).get(path)).body as { results: Session[] };
  const current = async (access: string) => (await listOf(access)).results.find((one) => one.current)?.id ?? "";
  const isOut = async (device: { access: string; refresh: string }) => {
    expectRefused(await by(device.access).get("/api/users/me/"), 401, "unauthorized");
    expectRefused(await by().post("/api/token/refresh/", { refresh: device.refresh }), 401, "unauthorized");
  };

  it("are listed with their name, address and times, and the one that asks is marked", async () => {
    const phone = await signIn("ada");
    const app = await signIn("ada", "Dart/3.4 (dart:io)");
    const { results } = await listOf(phone.access);
    const [mine, ...rest] = results.filter((one) => one.current);
    expect(rest).toEqual([]);
    expect(mine).toMatchObject({
      kind: "device",
      device_name: "Chrome on Android",
      client: "Chrome",
      platform: "Android",
      address: "127.0.0.1",
    });
    expect(results.find((one) => one.id !== mine?.id)).toBeDefined();
    const unnamed = (await listOf(app.access)).results.find((one) => one.current);
    expect(unnamed).toMatchObject({ device_name: "Phone app", client: null, platform: null });
    expect((await listOf(people.ben.access)).results.map((one) => one.id)).not.toContain(mine?.id);
    expectRefused(await by().get(own), 401, "unauthorized");
  });

  it("are signed out one by one, on every transport and within a second; nobody else's", async () => {
    const [phone, laptop] = [await signIn("ada"), await signIn("ada")];
    const made = await by(laptop.access).post("/api/chat/rooms/", { room_type: "group", participant_ids: [] });
    const socket = await SocketListener.connect(server.url, phone.access);
    const raw = await RoomListener.connect(server.url, (made.body as Room).id, phone.access);
    const id = await current(phone.access);
    expectRefused(await by(people.ben.access).delete(`${own}${id}/`), 404, "not_found");
    expectRefused(await by(people.mona.access).delete(`${own}${id}/`), 404, "not_found");
    const asked = performance.now();
    expect((await by(laptop.access).delete(`${own}${id}/`)).status).toBe(204);
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    expect(await raw.closed).toBe(4401);
    expect(performance.now() - asked).toBeLessThan(1000);
    await isOut(phone);
    expect((await by(laptop.access).delete(`${own}${id}/`)).status, "again").toBe(204);
    expect((await listOf(laptop.access)).results.map((one) => one.id)).not.toContain(id);
    expectRefused(await by(laptop.access).delete(`${own}no-id/`), 404, "not_found");
  });

  it("are signed out all at once but the one that asks", async () => {
    const [phone, laptop] = [await signIn("vera"), await signIn("vera")];
    const socket = await SocketListener.connect(server.url, phone.access);
    expect((await by(laptop.access).delete(own)).status).toBe(204);
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    await isOut(phone);
    expect((await listOf(laptop.access)).results).toMatchObject([{ current: true }]);
  });

  it("are seen and signed out by managers, but not of somebody above them", async () => {
    const phone = await signIn("ben");
    const id = await current(phone.access);
    const bens = `/api/users/${people.ben.id}/sessions/`;
    expect((await listOf(people.mona.access, bens)).results.map((one) => one.id)).toContain(id);
    const { access } = people.mona;
    for (const name of ["ada", "vera"] as const) {
      const fresh = (await signIn(name)).access;
      expectRefused(await by(fresh).get(bens), 403, "forbidden");
      expectRefused(await by(fresh).delete(`${bens}${id}/`), 403, "forbidden");
      expectRefused(await by(fresh).delete(bens), 403, "forbidden");
    }
    const sues = `/api/users/${people.sue.id}/sessions/`;
    expectRefused(await by(access).get(sues), 403, "forbidden");
    expectRefused(await by(access).delete(sues), 403, "forbidden");
    expectRefused(await by(access).delete(`/api/users/${people.vera.id}/sessions/${id}/`), 404, "not_found");
    expectRefused(await by(access).get("/api/users/999999/sessions/"), 404, "not_found");
    expect((await by(access).delete(`${bens}${id}/`)).status).toBe(204);
    await isOut(phone);
    const [one, two] = [await signIn("ben"), await signIn("ben")];
    expect((await by(access).delete(bens)).status).toBe(204);
    for (const device of [one, two]) await isOut(device);
    people.ben.access = (await signIn("ben")).access;
  });

  it("are signed out but for the one on which the password is changed, which needs the old one", async () => {
    const username = `pw${form.length}`;
    await by(people.sue.access).post("/api/users/", { username, password });
    const [phone, laptop] = [await signIn(username), await signIn(username)];
    const change = (body: object) => by(laptop.access).post("/api/users/me/password/", body);
    const next = "quite another password";
    expectRefused(
      await change({ current_password: "wrong", password: next }),
      400,
      "invalid_input",
      "current_password",
    );
    expectRefused(await change({ password: next }), 400, "invalid_input", "current_password");
    expectRefused(await change({ current_password: password, password: "short" }), 400, "invalid_input", "password");
    expect((await by(phone.access).get("/api/users/me/")).status, "nothing happened yet").toBe(200);
    const socket = await SocketListener.connect(server.url, phone.access);
    expect((await change({ current_password: password, password: next })).status).toBe(204);
    const told = await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    expect(told.payload).toEqual({ reason: "password_changed" });
    await isOut(phone);
    expect((await by(laptop.access).get("/api/users/me/")).status).toBe(200);
    expectRefused(await by().post("/api/token/", { username, password }), 401, "bad_credentials");
    await signIn(username, android, next);
  });
});
