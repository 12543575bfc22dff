import { randomUUID } from "node:crypto";
import type { MadeCode } from "@/lib/contract/invites";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import { type Row, type Rows } from "./row";
import type { Stage } from "./stage";

const invites = "/api/admin/invites/";
const people = "/api/admin/people/";
const rooms = "/api/admin/rooms/";
const shared = "/api/admin/shared-devices/";
const password = "a long password";
const unknown = "AAAA-BBBB-CCCC";
const foreign = { origin: "https://evil.example" };

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
  listInvites: [{ call: () => ({ path: invites }) }],
  createInvite: [
    {
      call: () => ({ path: invites, body: { label: "Summer", max_uses: 3 } }),
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
      call: async (stage) => ({ path: `${invites}${(await invitation(stage)).invite.id}/` }),
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
      call: async (stage) => ({ path: `/api/users/${(await stage.account()).id}/password-link/` }),
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
    { call: async (stage) => ({ path: "/api/codes/open/", body: { code: (await invitation(stage)).code } }) },
    byCode("there is none", "/api/codes/open/", () => Promise.resolve({ code: unknown }), { nobody: "404 not_found" }),
  ],
  join: [
    { call: async (stage) => ({ path: "/api/codes/join/", body: await joins(stage) }) },
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
    {
      call: async (stage) => ({
        path: "/api/codes/password/",
        body: { code: (await linkFor(stage)).code, password },
      }),
    },
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
    { call: () => ({ path: people }) },
    {
      when: "closed ones",
      call: () => ({ path: `${people}?status=closed&role=viewer` }),
      by: { manager: 200 },
      says: { count: 0 },
    },
  ],
  importPeople: [
    {
      call: () => ({ path: `${people}import/`, body: { csv: list("staff") } }),
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
    { call: () => ({ path: rooms }) },
    {
      when: "of direct ones",
      call: () => ({ path: `${rooms}?room_type=direct` }),
      by: { manager: "400 invalid_input" },
      field: "room_type",
    },
  ],
  manageRoom: [
    {
      call: async (stage) => ({ path: `${rooms}${(await stage.freshRoom()).id}/`, body: { archived: true } }),
    },
    {
      when: "a direct one",
      call: async (stage) => ({ path: `${rooms}${(await stage.direct()).id}/`, body: { archived: true } }),
      by: { manager: "404 not_found" },
    },
  ],
  exportAudit: [{ call: () => ({ path: "/api/admin/audit/export/" }) }],
  systemState: [{ call: () => ({ path: "/api/admin/system/" }) }],
  pushFacts: [{ call: () => ({ path: "/api/admin/push/" }) }],
  listPushDevices: [{ call: () => ({ path: "/api/admin/push/devices/?search=guest&status=failing" }) }],
  listPushFailures: [{ call: () => ({ path: "/api/admin/push/failures/" }) }],
  removePushDevice: [
    { call: async (stage) => ({ path: `/api/admin/push/devices/${await stage.pushDevice()}/` }) },
    {
      when: "there is none",
      call: () => ({ path: `/api/admin/push/devices/${randomUUID()}/` }),
      by: { superuser: "404 not_found" },
    },
  ],
  listSharedDevices: [{ call: () => ({ path: shared }) }],
  approveSharedDevice: [
    {
      call: () => ({ path: shared, body: { name: "Laundry tablet", task_group: "laundry" } }),
      says: { name: "Laundry tablet", task_group: "laundry", last_used_at: null, current: true },
    },
    {
      when: "without a name",
      call: () => ({ path: shared, body: { name: " " } }),
      by: { manager: "400 invalid_input" },
      field: "name",
    },
  ],
  revokeSharedDevice: [
    {
      call: async (stage) => {
        const { id } = await stage.post<SharedDevice>("boss", shared, { name: "Lobby" });
        return { path: `${shared}${id}/` };
      },
    },
    { when: "there is none", call: () => ({ path: `${shared}${randomUUID()}/` }), by: { manager: "404 not_found" } },
  ],
  getSettings: [{ call: () => ({ path: "/api/admin/settings/" }) }],
  updateSettings: [
    { call: () => ({ path: "/api/admin/settings/", body: { upload_mb_per_day: 700 } }) },
    {
      when: "messages shall be kept for less than a device may be away",
      call: () => ({ path: "/api/admin/settings/", body: { message_days: 29 } }),
      by: { superuser: "400 invalid_input" },
    },
    {
      when: "it is no limit of the house",
      call: () => ({ path: "/api/admin/settings/", body: { limits: { signIn: 1000 } } }),
      by: { superuser: "400 invalid_input" },
    },
  ],
};
