import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { ContractClient, expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { DirectoryUser, Me } from "@/lib/contract/shapes";

await useTestDatabase();

/** The directory, one's own profile, and accounts. */
let server: TestServer;
let people: Record<"ada" | "vera" | "mona" | "sue", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", vera: "viewer", mona: "manager", sue: "superuser" });
});
afterAll(() => server.stop());

const url = "/api/users/";
const password = "quite a long password";

describe.each(slashForms)("People, %s", (_, form) => {
  const { as } = crew(form, () => ({ url: server.url, people }));
  const nobody = () => new ContractClient(server.url, form);
  const found = async (search: string) =>
    ((await as("vera").get(`${url}?search=${encodeURIComponent(search)}`)).body as { results: DirectoryUser[] })
      .results;
  const account = async (name: string, more: Record<string, unknown> = {}) => {
    const username = `${name}${form.length}`;
    const made = await as("sue").post(url, { username, password, ...more });
    expect(made.status).toBe(201);
    const signedIn = (await nobody().post("/api/token/", { username, password })).body as { access: string };
    return { ...(made.body as Me), access: signedIn.access };
  };

  it("are listed to everybody on the staff", async () => {
    for (const name of ["ada", "vera", "mona", "sue"] as const) expect((await as(name).get(url)).status).toBe(200);
    const [ada] = await found("ada");
    expect(ada).toMatchObject({
      id: people.ada.id,
      username: "ada",
      full_name: "Ada Test",
      email: "ada@example.com",
      role: "staff",
      task_group: "none",
      avatar_url: null,
      presence: { on_duty: false },
    });
    await account("nguyen", { first_name: "Nguyễn", last_name: "Ánh" });
    expect((await found("nguyen anh")).map((u) => u.username)).toContain(`nguyen${form.length}`);
    expect((await found("mona@example")).map((u) => u.username)).toEqual(["mona"]);
    expect(await found("%")).toEqual([]);
  });

  it("keep their own profile", async () => {
    const me = await as("vera").get(`${url}me/`);
    expect(me).toMatchObject({
      status: 200,
      body: { username: "vera", role: "viewer", is_active: true, is_superuser: false, quiet_hours: null },
    });
    const change = {
      first_name: "Véra",
      last_name: "",
      locale: "vi",
      timezone: "Asia/Ho_Chi_Minh",
      avatar_url: "https://example.com/vera.png",
      quiet_hours: { days: [0, 6], start: "22:00", end: "07:00" },
    };
    const changed = await as("vera").patch(`${url}me/`, change);
    expect(changed).toMatchObject({ status: 200, body: { ...change, full_name: "Véra" } });
    expect((await as("vera").get(`${url}me/`)).body).toEqual(changed.body);
    const nameless = await as("vera").patch(`${url}me/`, { first_name: "", avatar_url: null, quiet_hours: null });
    expect(nameless.body).toMatchObject({ full_name: "vera", avatar_url: null, quiet_hours: null });
    for (const [field, value] of Object.entries({
      first_name: "x".repeat(151),
      locale: "no language",
      timezone: "Moon/Crater",
      avatar_url: "javascript:alert(1)",
      role: "superuser",
      username: "other",
      is_active: false,
    })) {
      expectRefused(await as("vera").patch(`${url}me/`, { [field]: value }), 400, "invalid_input", field);
    }
    const wrong = { quiet_hours: { days: [7], start: "22:00", end: "07:00" } };
    expectRefused(await as("vera").patch(`${url}me/`, wrong), 400, "invalid_input");
    expectRefused(await nobody().get(`${url}me/`), 401, "unauthorized");
  });

  it("are added by managers, never above the manager's own role", async () => {
    const username = `new${form.length}`;
    const full = { username, password, email: `${username}@example.com`, first_name: "N", last_name: "P" };
    for (const name of ["ada", "vera"] as const) expectRefused(await as(name).post(url, full), 403, "forbidden");
    const made = await as("mona").post(url, { ...full, role: "manager", task_group: "laundry" });
    expect(made).toMatchObject({
      status: 201,
      body: { username, email: full.email, full_name: "N P", role: "manager", task_group: "laundry", is_active: true },
    });
    expect(made.body).not.toHaveProperty("password");
    expect((await nobody().post("/api/token/", { username: full.email, password })).status).toBe(200);
    expectRefused(await as("mona").post(url, { ...full, role: "superuser" }), 403, "forbidden");
    expectRefused(await as("mona").post(url, full), 409, "conflict", "username");
    const sameAddress = { username: `${username}x`, password, email: full.email.toUpperCase() };
    expectRefused(await as("mona").post(url, sameAddress), 409, "conflict", "email");
    for (const [field, value] of Object.entries({
      username: "two words",
      password: "short",
      email: "no address",
      role: "king",
      task_group: "gardening",
      is_superuser: true,
    })) {
      expectRefused(await as("mona").post(url, { ...full, [field]: value }), 400, "invalid_input", field);
    }
    expectRefused(await as("mona").post(url, { username: "x" }), 400, "invalid_input", "password");
    const plain = await as("mona").post(url, { username: `plain${form.length}`, password });
    expect(plain.body).toMatchObject({ role: "staff", task_group: "none", full_name: `plain${form.length}` });
  });

  it("are changed by managers, who leave those above them alone", async () => {
    const { id } = await account("changed");
    const path = `${url}${id}/`;
    for (const name of ["ada", "vera"] as const) {
      expectRefused(await as(name).patch(path, { first_name: "x" }), 403, "forbidden");
    }
    const changed = await as("mona").patch(path, { first_name: "Di", task_group: "cleaning", role: "viewer" });
    expect(changed).toMatchObject({
      status: 200,
      body: { id, full_name: "Di", task_group: "cleaning", role: "viewer" },
    });
    expectRefused(await as("mona").patch(path, { role: "superuser" }), 403, "forbidden");
    expectRefused(await as("mona").patch(`${url}${people.sue.id}/`, { first_name: "x" }), 403, "forbidden");
    expectRefused(await as("mona").patch(`${url}${people.sue.id}/`, { is_active: false }), 403, "forbidden");
    expectRefused(await as("mona").patch(path, { username: "ada" }), 409, "conflict", "username");
    expectRefused(await as("mona").patch(`${url}999999/`, { first_name: "x" }), 404, "not_found");
    expectRefused(await as("mona").patch(path, { role: "king" }), 400, "invalid_input", "role");
    expectRefused(await as("sue").patch(`${url}${people.sue.id}/`, { is_active: false }), 409, "conflict");
    expectRefused(await as("sue").patch(`${url}${people.sue.id}/`, { role: "staff" }), 409, "conflict");
    expect((await as("sue").patch(path, { role: "superuser" })).status).toBe(200);
    expect((await as("sue").patch(path, { role: "staff" })).status).toBe(200);
  });

  it("are signed out everywhere within a second once inactive, and come back only by signing in", async () => {
    const { id, access, username } = await account("fired");
    const socket = await SocketListener.connect(server.url, access);
    const asked = performance.now();
    expect((await as("mona").patch(`${url}${id}/`, { is_active: false })).body).toMatchObject({ is_active: false });
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    expect(performance.now() - asked).toBeLessThan(1000);
    expectRefused(await new ContractClient(server.url, form, access).get(`${url}me/`), 401, "unauthorized");
    expectRefused(await nobody().post("/api/token/", { username, password }), 401, "bad_credentials");
    expect((await found(username)).map((u) => u.id)).not.toContain(id);
    await as("mona").patch(`${url}${id}/`, { is_active: true });
    expectRefused(await new ContractClient(server.url, form, access).get(`${url}me/`), 401, "unauthorized");
    expect((await nobody().post("/api/token/", { username, password })).status).toBe(200);
  });
});
