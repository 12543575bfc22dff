import { randomUUID } from "node:crypto";
import type { Stage } from "./stage";
import { everybody, managers, type Row, type Rows } from "./row";

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
    { when: "plain", call: () => ({ path: url }), by: everybody(200) },
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
  getMe: [{ when: "plain", call: () => ({ path: `${url}me/` }), by: everybody(200), says: { is_active: true } }],
  updateMe: [
    {
      when: "plain",
      call: () => ({ path: `${url}me/`, body: { locale: "es", timezone: "Europe/Madrid" } }),
      by: everybody(200),
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
    makes("plain", { role: "staff", task_group: "laundry" }, managers(201)),
    makes("of the manager's own role", { role: "manager" }, { manager: 201 }),
    makes("of a role above", { role: "superuser" }, { manager: "403 forbidden", sender: "403 forbidden" }),
    makes("with a name that is taken", { username: "Sender" }, { manager: "409 conflict" }, "username"),
    makes("with a short password", { password: "short" }, wrong, "password"),
    makes("without a name", { username: undefined }, wrong, "username"),
    makes("with an address that is none", { email: "x" }, wrong, "email"),
  ],
  // There is somebody already: the first visit has a test of its own.
  setUp: [
    {
      when: "plain",
      call: () => ({ path: "/api/setup/", body: { username: "first", password } }),
      by: { nobody: "404 not_found", manager: "404 not_found" },
    },
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
    {
      when: "plain",
      call: (stage, actor) => ({
        path: "/api/admin/audit/",
        ...(actor === "admin" ? { access: stage.people.boss.access } : {}),
      }),
      // The admin asks with a superuser's token: no role below gets in.
      by: { ...managers(200), manager: "403 forbidden", admin: 200 },
    },
    {
      when: "of nobody",
      call: (stage) => ({ path: "/api/admin/audit/?actor=me", access: stage.people.boss.access }),
      by: { admin: "400 invalid_input" },
      field: "actor",
    },
  ],
  updateUser: [
    {
      when: "plain",
      call: async (stage) => ({ path: `${url}${(await stage.account()).id}/`, body: { is_active: false } }),
      by: managers(200),
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
