import { randomUUID } from "node:crypto";
import type { Stage } from "./stage";
import { everybody, type Row, type Rows } from "./row";

const url = "/api/users/";
const password = "a long password";
const makes = (when: string, more: object, by: Row["by"], field?: string): Row => ({
  when,
  call: () => ({ path: url, body: { username: `n${randomUUID()}`, password, ...more } }),
  by,
  ...(field === undefined ? {} : { field }),
});
const changes = (when: string, id: (stage: Stage) => number, body: object, by: Row["by"], field?: string): Row => ({
  when,
  call: (stage) => ({ path: `${url}${id(stage)}/`, body }),
  by,
  ...(field === undefined ? {} : { field }),
});
const wrong = { manager: "400 invalid_input" } as const;

export const peopleRows: Rows = {
  listUsers: [
    { call: () => ({ path: url }) },
    {
      when: "searched",
      call: () => ({ path: `${url}?search=send` }),
      by: everybody(200),
      says: {
        count: 1,
        results: [{ username: "sender", full_name: "Sender Test", role: "staff", task_group: "none" }],
      },
    },
  ],
  getMe: [{ call: () => ({ path: `${url}me/` }), says: { is_active: true } }],
  updateMe: [
    {
      call: () => ({
        path: `${url}me/`,
        body: { locale: "es", timezone: "Europe/Madrid", quiet_hours: { days: [1], start: "22:00", end: "06:00" } },
      }),
      says: { locale: "es", timezone: "Europe/Madrid" },
    },
    {
      when: "to another role",
      call: () => ({ path: `${url}me/`, body: { role: "superuser" } }),
      by: { sender: "400 invalid_input", manager: "400 invalid_input" },
      field: "role",
    },
  ],
  createUser: [
    {
      call: () => ({
        path: url,
        body: { username: `n${randomUUID()}`, password, role: "staff", task_group: "laundry" },
      }),
    },
    makes("of the manager's own role", { role: "manager" }, { manager: 201 }),
    makes("of a role above", { role: "superuser" }, { manager: "403 forbidden", sender: "403 forbidden" }),
    makes("with a name that is taken", { username: "Sender" }, { manager: "409 conflict" }, "username"),
    makes("with a short password", { password: "short" }, wrong, "password"),
    makes("without a name", { username: undefined }, wrong, "username"),
    makes("with an address that is none", { email: "x" }, wrong, "email"),
  ],
  // There is somebody already: the first visit has a test of its own.
  setUp: [
    { call: () => ({ path: "/api/setup/", body: { username: "first", password } }) },
    {
      when: "from another site",
      call: () => ({
        path: "/api/setup/",
        body: { username: "first", password },
        headers: { origin: "https://evil.example" },
      }),
      by: { nobody: "403 bad_origin" },
    },
  ],
  listAudit: [
    { call: () => ({ path: "/api/admin/audit/" }) },
    {
      when: "of nobody",
      call: () => ({ path: "/api/admin/audit/?actor=me" }),
      by: { superuser: "400 invalid_input" },
      field: "actor",
    },
  ],
  updateUser: [
    {
      call: async (stage) => ({ path: `${url}${(await stage.account()).id}/`, body: { is_active: false } }),
      says: { is_active: false },
    },
    changes("to a role above", (s) => s.id("guest"), { role: "superuser" }, { manager: "403 forbidden" }),
    changes("they are above", (s) => s.id("boss"), { first_name: "B" }, { manager: "403 forbidden" }),
    changes(
      "to a name that is taken",
      (s) => s.id("guest"),
      { username: "sender" },
      { manager: "409 conflict" },
      "username",
    ),
    changes("to no task group", (s) => s.id("guest"), { task_group: "chess" }, wrong, "task_group"),
    changes("there is no such person", () => 999_999, { first_name: "B" }, { manager: "404 not_found" }),
  ],
};
