import { randomUUID } from "node:crypto";
import type { Session } from "@/lib/contract/shapes";
import { everybody, managers, type Row, type Rows } from "./row";
import type { Stage } from "./stage";

const own = "/api/users/me/sessions/";
const of = (id: number) => `/api/users/${id}/sessions/`;

/** A device of the passer that has just signed in. */
async function device(stage: Stage): Promise<string> {
  const { access } = await stage.signIn("passer");
  const answer = await stage.people.passer.rest.call("GET", own, undefined, { authorization: `Bearer ${access}` });
  return (answer.body as { results: Session[] }).results[0]?.id ?? "";
}

/** By the passer, since it signs devices out: a call of nobody's else would take the others' tokens away. */
const asPasser = (when: string, path: string, by: Row["by"], more: Partial<Row> = {}, body?: unknown): Row => ({
  when,
  call: async (stage, actor) => ({
    path,
    body,
    ...(actor === "nobody" ? {} : { access: (await stage.signIn("passer")).access }),
  }),
  by,
  ...more,
});
const above: Row["by"] = { manager: "403 forbidden" };
const password = "a long enough password";

export const sessionRows: Rows = {
  listOwnSessions: [{ when: "plain", call: () => ({ path: own }), by: everybody(200) }],
  endOwnSession: [
    {
      when: "plain",
      call: async (stage) => ({
        path: `${own}${await device(stage)}/`,
        access: (await stage.signIn("passer")).access,
      }),
      by: { viewer: 204 },
    },
    {
      when: "it is somebody else's",
      call: async (stage) => ({ path: `${own}${await device(stage)}/` }),
      by: { nobody: "401 unauthorized", viewer: "404 not_found", manager: "404 not_found" },
    },
    { when: "there is none", call: () => ({ path: `${own}${randomUUID()}/` }), by: { viewer: "404 not_found" } },
  ],
  endOtherSessions: [asPasser("plain", own, { nobody: "401 unauthorized", viewer: 204 })],
  changePassword: [
    asPasser(
      "plain",
      "/api/users/me/password/",
      { nobody: "401 unauthorized", viewer: 204 },
      {},
      {
        current_password: password,
        password,
      },
    ),
    asPasser(
      "with a wrong one",
      "/api/users/me/password/",
      { viewer: "400 invalid_input" },
      { field: "current_password" },
      { current_password: "wrong", password },
    ),
  ],
  listUserSessions: [
    { when: "plain", call: (stage) => ({ path: of(stage.id("passer")) }), by: managers(200) },
    { when: "they are above", call: (stage) => ({ path: of(stage.id("boss")) }), by: above },
    { when: "there is none", call: () => ({ path: of(999_999) }), by: { manager: "404 not_found" } },
  ],
  endUserSession: [
    {
      when: "plain",
      call: async (stage) => ({ path: `${of(stage.id("passer"))}${await device(stage)}/` }),
      by: managers(204),
    },
    { when: "they are above", call: (stage) => ({ path: `${of(stage.id("boss"))}${randomUUID()}/` }), by: above },
    {
      when: "there is none",
      call: (stage) => ({ path: `${of(stage.id("passer"))}${randomUUID()}/` }),
      by: { manager: "404 not_found" },
    },
  ],
  endUserSessions: [
    { when: "plain", call: (stage) => ({ path: of(stage.id("passer")) }), by: managers(204) },
    { when: "they are above", call: (stage) => ({ path: of(stage.id("boss")) }), by: above },
    { when: "there is none", call: () => ({ path: of(999_999) }), by: { manager: "404 not_found" } },
  ],
};
