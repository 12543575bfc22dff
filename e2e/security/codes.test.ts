import { afterAll, beforeAll, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { SocketListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { ImportedLine } from "@/lib/contract/admin";
import type { AuditEntry } from "@/lib/contract/audit";
import type { MadeCode } from "@/lib/contract/invites";
import type { Me } from "@/lib/contract/shapes";
import { config } from "@/lib/config/config";

await useTestDatabase();

/** Codes let in whom they were made for, as long as their maker may, and nobody else. */
let server: TestServer;
let people: Record<"sue" | "max" | "mona" | "ben", Person>;
let nobody: RestClient;

beforeAll(async () => {
  config().RATE_LIMITS = "off";
  server = await startTestServer();
  people = await cast(server.url, { sue: "superuser", max: "manager", mona: "manager", ben: "staff" });
  nobody = new RestClient(server.url);
});
afterAll(() => server.stop());

const password = "another long password";
const invitation = async (by: Person, body: object = {}) =>
  (await by.rest.post("/api/admin/invites/", body)).body as MadeCode & { invite: { id: string } };
const joinBy = (code: string, username: string) => nobody.post("/api/codes/join/", { code, username, password });
const linkFor = async (by: Person, id: number) =>
  (await by.rest.post(`/api/users/${id}/password-link/`)).body as MadeCode;
const signIn = (username: string) => nobody.post("/api/token/", { username, password });

it("lets in as many as it says, also when more come at once, with the role that it says", async () => {
  const { code, url } = await invitation(people.max, { max_uses: 2, role: "viewer", task_group: "laundry" });
  expect(new URL(url)).toMatchObject({ pathname: "/join", search: "", hash: `#${code}` });
  const typed = code.toLowerCase().replaceAll("-", " ");
  const answers = await Promise.all(["u1", "u2", "u3", "u4"].map((name) => joinBy(typed, name)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 404, 404]);
  const joined = answers.find(({ status }) => status === 201)?.body as Me;
  expect(joined).toMatchObject({ role: "viewer", task_group: "laundry", is_active: true });
  expect((await signIn(joined.username)).status).toBe(200);
});

it("uses nothing up for a name that is taken", async () => {
  const { code } = await invitation(people.max);
  expect((await joinBy(code, "ben")).status).toBe(409);
  expect((await joinBy(code, "free")).status).toBe(201);
});

it("gives no more than its maker may give at this moment", async () => {
  const [first, second] = [await invitation(people.mona, { role: "manager" }), await invitation(people.mona)];
  const link = await linkFor(people.mona, people.ben.id);
  const change = (body: object) => people.sue.rest.patch(`/api/users/${people.mona.id}/`, body);
  await change({ role: "staff" });
  for (const { code } of [first, second]) expect((await joinBy(code, "intruder")).status).toBe(404);
  const used = await nobody.post("/api/codes/password/", { code: link.code, password });
  expect(used.status).toBe(404);
  await change({ role: "manager", is_active: false });
  expect((await joinBy(second.code, "intruder")).status).toBe(404);
  await change({ is_active: true });
  expect((await joinBy(second.code, "welcome")).status).toBe(201);
});

it("sets one person's password, once, and signs them out everywhere", async () => {
  const { max, ben } = people;
  const socket = await SocketListener.connect(server.url, ben.access);
  const earlier = await linkFor(max, ben.id);
  const { code } = await linkFor(max, ben.id);
  expect((await nobody.post("/api/codes/open/", { code: earlier.code })).status).toBe(404);
  const opened = await nobody.post("/api/codes/open/", { code });
  expect(opened.body).toMatchObject({ kind: "password", username: "ben", invited_by: "Max Test" });
  expect((await joinBy(code, "intruder")).status).toBe(404);
  const both = await Promise.all([1, 2].map(() => nobody.post("/api/codes/password/", { code, password })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  await socket.others.find(({ name }) => name === "session:revoked", "the end of the session");
  socket.close();
  expect((await ben.rest.get("/api/users/me/")).status).toBe(401);
  expect((await signIn("ben")).status).toBe(200);
  const dead = await linkFor(max, ben.id);
  await max.rest.patch(`/api/users/${ben.id}/`, { is_active: false });
  expect((await nobody.post("/api/codes/password/", { code: dead.code, password })).status).toBe(404);
});

it("makes people without e-mail or password, who come in by a link", async () => {
  const made = await people.max.rest.post("/api/users/", { username: "zoe", password: null });
  expect(made.status).toBe(201);
  expect((await signIn("zoe")).status).toBe(401);
  const { code } = await linkFor(people.max, (made.body as Me).id);
  expect((await nobody.post("/api/codes/password/", { code, password })).body).toEqual({ username: "zoe" });
  expect((await signIn("zoe")).status).toBe(200);
});

const importList = async (csv: string, trial = false) =>
  (await people.max.rest.post("/api/admin/people/import/", { csv, trial })).body as {
    created: number;
    lines: ImportedLine[];
  };

it("imports all of a list or none of it", async () => {
  const head = "\uFEFFUsername;First name;Role";
  const wrong = await importList(
    [head, "li;Li;staff", "Li;Twice;staff", "su;Su;superuser", "no way;N;staff"].join("\n"),
  );
  expect(wrong.created).toBe(0);
  expect(wrong.lines.map(({ problem }) => problem?.split(":")[0] ?? null)).toEqual([
    null,
    "username",
    "role",
    "username",
  ]);
  expect((await importList(`${head}\nli;Li;staff`, true)).created).toBe(0);
  const done = await importList(`${head}\nli;"=HYPERLINK(""http://evil.example"")";staff\nlo;Lo;viewer`);
  expect(done).toMatchObject({ created: 2, lines: [{ username: "li" }, { username: "lo", role: "viewer" }] });
  const code = done.lines[1]?.url?.split("#")[1] ?? "";
  expect((await nobody.post("/api/codes/password/", { code, password })).body).toEqual({ username: "lo" });
});

it("takes the audit log out without formulas and without codes", async () => {
  const made = await invitation(people.sue);
  // A name may begin with a dash.
  const dash = { username: "-1.cmd", password };
  const { id } = (await people.sue.rest.post("/api/users/", dash)).body as Me;
  const { access } = (await signIn(dash.username)).body as { access: string };
  await new RestClient(server.url, access).post("/api/users/me/password/", {
    current_password: password,
    password: "a third long password",
  });
  const csv = (await people.sue.rest.get("/api/admin/audit/export/")).body as string;
  const cells = csv.split(/\r\n/).flatMap((line) => line.split(","));
  expect(cells).toContain("'-1.cmd");
  expect(csv).toContain(`person,${id},`);
  expect(cells.filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  const { results } = (await people.sue.rest.get("/api/admin/audit/?page_size=100")).body as { results: AuditEntry[] };
  expect(results[0]).toMatchObject({ action: "audit.exported", actor: "sue" });
  expect(JSON.stringify(results) + csv).not.toContain(made.code);
});
