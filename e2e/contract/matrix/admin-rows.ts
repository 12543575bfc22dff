import { randomUUID } from "node:crypto";
import type { MadeCode } from "@/lib/contract/invites";
import { managers, type Row, type Rows } from "./row";
import type { Stage } from "./stage";

const invites = "/api/admin/invites/";
const people = "/api/admin/people/";
const rooms = "/api/admin/rooms/";
const password = "a long password";
const unknown = "AAAA-BBBB-CCCC";
const foreign = { origin: "https://evil.example" };

/** The admin of the room asks with a superuser's token: no role below gets in. */
const superusers = (path: string, body?: unknown): Row => ({
  when: "plain",
  call: (stage, actor) => ({ path, body, ...(actor === "admin" ? { access: stage.people.boss.access } : {}) }),
  by: { ...managers(200), manager: "403 forbidden", admin: 200 },
});

const invitation = (stage: Stage, body: object = {}) =>
  stage.post<MadeCode & { invite: { id: string } }>("boss", invites, body);
const linkFor = async (stage: Stage) => {
  const { id } = await stage.account();
  return stage.post<MadeCode>("boss", `/api/users/${id}/password-link/`);
};

/** Calls that need no token: it is the code that counts. */
const byCode = (when: string, path: string, body: (stage: Stage) => Promise<object>, by: Row["by"]): Row => ({
  when,
  call: async (stage) => ({ path, body: await body(stage) }),
  by,
});
const joins = async (stage: Stage, more: object = {}) => ({
  code: (await invitation(stage)).code,
  username: `j${randomUUID()}`,
  password,
  ...more,
});
const list = (role: string) => `username,first_name,role\nl${randomUUID()},Lia,${role}\n`;

export const adminRows: Rows = {
  listInvites: [{ when: "plain", call: () => ({ path: invites }), by: managers(200) }],
  createInvite: [
    {
      when: "plain",
      call: () => ({ path: invites, body: { label: "Summer", max_uses: 3 } }),
      by: managers(201),
      says: { invite: { label: "Summer", max_uses: 3, uses: 0, role: "staff", status: "open" } },
    },
    {
      when: "to a role above",
      call: () => ({ path: invites, body: { role: "superuser" } }),
      by: { manager: "403 forbidden" },
    },
    {
      when: "for longer than a month",
      call: () => ({ path: invites, body: { hours: 721 } }),
      by: { manager: "400 invalid_input" },
      field: "hours",
    },
  ],
  revokeInvite: [
    {
      when: "plain",
      call: async (stage) => ({ path: `${invites}${(await invitation(stage)).invite.id}/` }),
      by: managers(204),
    },
    {
      when: "to a role above",
      call: async (stage) => ({ path: `${invites}${(await invitation(stage, { role: "superuser" })).invite.id}/` }),
      by: { manager: "403 forbidden" },
    },
    {
      when: "there is none",
      call: () => ({ path: `${invites}${randomUUID()}/` }),
      by: { manager: "404 not_found" },
    },
  ],
  makePasswordLink: [
    {
      when: "plain",
      call: async (stage) => ({ path: `/api/users/${(await stage.account()).id}/password-link/` }),
      by: managers(201),
    },
    {
      when: "they are above",
      call: (stage) => ({ path: `/api/users/${stage.id("boss")}/password-link/` }),
      by: { manager: "403 forbidden" },
    },
    {
      when: "there is none",
      call: () => ({ path: "/api/users/999999/password-link/" }),
      by: { manager: "404 not_found" },
    },
  ],
  openCode: [
    byCode("plain", "/api/codes/open/", async (stage) => ({ code: (await invitation(stage)).code }), {
      nobody: 200,
      viewer: 200,
    }),
    byCode("there is none", "/api/codes/open/", () => Promise.resolve({ code: unknown }), { nobody: "404 not_found" }),
  ],
  join: [
    byCode("plain", "/api/codes/join/", joins, { nobody: 201 }),
    byCode("without a fit code", "/api/codes/join/", (stage) => joins(stage, { code: unknown }), {
      nobody: "404 not_found",
    }),
    byCode(
      "with the code of a password",
      "/api/codes/join/",
      async (s) => joins(s, { code: (await linkFor(s)).code }),
      {
        nobody: "404 not_found",
      },
    ),
    byCode("with a name that is taken", "/api/codes/join/", (stage) => joins(stage, { username: "sender" }), {
      nobody: "409 conflict",
    }),
    byCode("with a role", "/api/codes/join/", (stage) => joins(stage, { role: "superuser" }), {
      nobody: "400 invalid_input",
    }),
    {
      when: "from another site",
      call: async (stage) => ({ path: "/api/codes/join/", body: await joins(stage), headers: foreign }),
      by: { nobody: "403 bad_origin" },
    },
  ],
  setPassword: [
    byCode("plain", "/api/codes/password/", async (stage) => ({ code: (await linkFor(stage)).code, password }), {
      nobody: 200,
    }),
    byCode("without a fit code", "/api/codes/password/", () => Promise.resolve({ code: unknown, password }), {
      nobody: "404 not_found",
    }),
    {
      when: "from another site",
      call: () => ({ path: "/api/codes/password/", body: { code: unknown, password }, headers: foreign }),
      by: { nobody: "403 bad_origin" },
    },
  ],
  listAccounts: [
    { when: "plain", call: () => ({ path: people }), by: managers(200) },
    {
      when: "closed ones",
      call: () => ({ path: `${people}?status=closed&role=viewer` }),
      by: { manager: 200 },
      says: { count: 0 },
    },
  ],
  importPeople: [
    {
      when: "plain",
      call: () => ({ path: `${people}import/`, body: { csv: list("staff") } }),
      by: managers(200),
      says: { created: 1, lines: [{ line: 2, full_name: "Lia", problem: null }] },
    },
    {
      when: "to a role above",
      call: () => ({ path: `${people}import/`, body: { csv: list("superuser") } }),
      by: { manager: 200 },
      says: { created: 0, lines: [{ problem: "role: This role is above your own." }] },
    },
    {
      when: "with a password in it",
      call: () => ({ path: `${people}import/`, body: { csv: "username,password\nlia,secret\n" } }),
      by: { manager: "400 invalid_input" },
      field: "csv",
    },
  ],
  listAllRooms: [
    { when: "plain", call: () => ({ path: rooms }), by: managers(200) },
    {
      when: "of direct ones",
      call: () => ({ path: `${rooms}?room_type=direct` }),
      by: { manager: "400 invalid_input" },
      field: "room_type",
    },
  ],
  manageRoom: [
    {
      when: "plain",
      call: async (stage) => ({ path: `${rooms}${(await stage.freshRoom()).id}/`, body: { archived: true } }),
      by: managers(200),
    },
    {
      when: "a direct one",
      call: async (stage) => ({ path: `${rooms}${(await stage.direct()).id}/`, body: { archived: true } }),
      by: { manager: "404 not_found" },
    },
  ],
  exportAudit: [superusers("/api/admin/audit/export/")],
  systemState: [superusers("/api/admin/system/")],
  getSettings: [superusers("/api/admin/settings/")],
  updateSettings: [superusers("/api/admin/settings/", { upload_mb_per_day: 700 })],
};
