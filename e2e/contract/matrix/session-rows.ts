import { randomUUID } from "node:crypto";
import type { Session } from "@/lib/contract/session";
import type { Row, Rows } from "./row";
import { sessionOf, type Stage } from "./stage";

const own = "/api/users/me/sessions/";
const pin = "/api/users/me/pin/";
const of = (id: number) => `/api/users/${id}/sessions/`;

/** A device of the passer that has just signed in. */
async function device(stage: Stage): Promise<string> {
  const { access } = await stage.signIn("passer");
  const answer = await stage.people.passer.rest.call("GET", own, undefined, { authorization: `Bearer ${access}` });
  return (answer.body as { results: Session[] }).results[0]?.id ?? "";
}

const above: Row["by"] = { manager: "403 forbidden" };
const password = "a long enough password";

export const sessionRows: Rows = {
  listOwnSessions: [{ call: () => ({ path: own }) }],
  endOwnSession: [
    {
      call: async (stage, actor) => {
        const double = await stage.double(actor);
        return { path: `${own}${double.access ? sessionOf(double.access) : randomUUID()}/`, ...double };
      },
    },
    {
      when: "it is somebody else's",
      call: async (stage) => ({ path: `${own}${await device(stage)}/` }),
      by: { nobody: "401 unauthorized", viewer: "404 not_found", manager: "404 not_found" },
    },
    { when: "there is none", call: () => ({ path: `${own}${randomUUID()}/` }), by: { viewer: "404 not_found" } },
  ],
  endOtherSessions: [{ call: async (stage, actor) => ({ path: own, ...(await stage.double(actor)) }) }],
  changePassword: [
    {
      call: async (stage, actor) => ({
        path: "/api/users/me/password/",
        body: { current_password: password, password },
        ...(await stage.double(actor)),
      }),
    },
    {
      when: "with a wrong one",
      call: () => ({ path: "/api/users/me/password/", body: { current_password: "wrong", password } }),
      by: { viewer: "400 invalid_input" },
      field: "current_password",
    },
  ],
  getPin: [{ call: () => ({ path: pin }) }],
  setPin: [
    { call: () => ({ path: pin, body: { current_password: password, pin: "270451" } }) },
    {
      when: "with a wrong password",
      call: () => ({ path: pin, body: { current_password: "wrong", pin: "270451" } }),
      by: { viewer: "400 invalid_input" },
      field: "current_password",
    },
    {
      when: "that is guessed first",
      call: () => ({ path: pin, body: { current_password: password, pin: "123456" } }),
      by: { viewer: "400 invalid_input" },
      field: "pin",
    },
  ],
  removePin: [{ call: () => ({ path: pin }) }],
  listUserSessions: [
    { call: (stage) => ({ path: of(stage.id("passer")) }) },
    { when: "they are above", call: (stage) => ({ path: of(stage.id("boss")) }), by: above },
    { when: "there is none", call: () => ({ path: of(999_999) }), by: { manager: "404 not_found" } },
  ],
  endUserSession: [
    {
      call: async (stage) => ({ path: `${of(stage.id("passer"))}${await device(stage)}/` }),
    },
    { when: "they are above", call: (stage) => ({ path: `${of(stage.id("boss"))}${randomUUID()}/` }), by: above },
    {
      when: "there is none",
      call: (stage) => ({ path: `${of(stage.id("passer"))}${randomUUID()}/` }),
      by: { manager: "404 not_found" },
    },
  ],
  endUserSessions: [
    { call: (stage) => ({ path: of(stage.id("passer")) }) },
    { when: "they are above", call: (stage) => ({ path: of(stage.id("boss")) }), by: above },
    { when: "there is none", call: () => ({ path: of(999_999) }), by: { manager: "404 not_found" } },
  ],
};
