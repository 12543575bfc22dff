import { Authenticator } from "@/e2e/setup/authenticator";
import { RestClient } from "@/e2e/setup/rest-client";
import type { Actor } from "./actors";
import type { Row, Rows } from "./row";
import type { Stage } from "./stage";

const own = "/api/users/me/second-factor/";
const of = (id: number) => `/api/users/${id}/second-factor/`;
const current_password = "a long enough password";

/** By somebody new of the actor's role, since it changes how one signs in. */
const proved = (path: string) => async (stage: Stage, actor: Actor) => {
  const { as, otp } = await stage.enrolledDouble(actor);
  return { path, body: { current_password, otp }, ...as };
};
const wrongly = (path: string) => async (stage: Stage, actor: Actor) => {
  const { as } = await stage.enrolledDouble(actor);
  return { path, body: { current_password, otp: "no code" }, ...as };
};

/** Somebody new who has scanned the picture: what their app shows. */
async function begun(stage: Stage, actor: Actor): Promise<{ as: { access?: string }; otp: string }> {
  const as = await stage.double(actor);
  const { status, body } = await new RestClient(stage.url, as.access).post(own, { current_password });
  return { as, otp: status === 200 ? Authenticator.read((body as { uri: string }).uri).code() : "123456" };
}
const wrong: Row["by"] = { viewer: "400 invalid_input" };
const none: Row["by"] = { viewer: "404 not_found" };

export const secondFactorRows: Rows = {
  getSecondFactor: [
    { call: () => ({ path: own }), says: { enabled: false, since: null } },
    {
      when: "with one",
      call: async (stage, actor) => ({ path: own, ...(await stage.enrolledDouble(actor)).as }),
      by: { viewer: 200 },
      says: { enabled: true, recovery_codes_left: 10 },
    },
  ],
  beginSecondFactor: [
    { call: async (stage, actor) => ({ path: own, body: { current_password }, ...(await stage.double(actor)) }) },
    {
      when: "with a wrong password",
      call: () => ({ path: own, body: { current_password: "wrong" } }),
      by: wrong,
      field: "current_password",
    },
    {
      when: "with one already",
      call: async (stage, actor) => ({
        path: own,
        body: { current_password },
        ...(await stage.enrolledDouble(actor)).as,
      }),
      by: { viewer: "409 conflict" },
    },
  ],
  confirmSecondFactor: [
    {
      call: async (stage, actor) => {
        const { as, otp } = await begun(stage, actor);
        return { path: `${own}confirm/`, body: { otp }, ...as };
      },
    },
    {
      when: "with a wrong code",
      call: async (stage, actor) => ({
        path: `${own}confirm/`,
        body: { otp: "no code" },
        ...(await begun(stage, actor)).as,
      }),
      by: wrong,
      field: "otp",
    },
    { when: "none was begun", call: () => ({ path: `${own}confirm/`, body: { otp: "123456" } }), by: none },
  ],
  renewRecoveryCodes: [
    { call: proved(`${own}recovery-codes/`) },
    { when: "with a wrong code", call: wrongly(`${own}recovery-codes/`), by: wrong, field: "otp" },
    { when: "without one", call: () => ({ path: `${own}recovery-codes/`, body: { current_password } }), by: none },
  ],
  endSecondFactor: [
    { call: proved(own) },
    { when: "with a wrong code", call: wrongly(own), by: wrong, field: "otp" },
    { when: "without one", call: () => ({ path: own, body: { current_password } }), by: { viewer: 204 } },
  ],
  resetSecondFactor: [
    { call: async (stage) => ({ path: of((await stage.enrolled()).id) }) },
    { when: "they have none", call: (stage) => ({ path: of(stage.id("guest")) }), by: { manager: 204 } },
    { when: "they are above", call: (stage) => ({ path: of(stage.id("boss")) }), by: { manager: "403 forbidden" } },
    { when: "it is one's own", call: (stage) => ({ path: of(stage.id("manager")) }), by: { manager: "403 forbidden" } },
    { when: "there is none", call: () => ({ path: of(999_999) }), by: { manager: "404 not_found" } },
  ],
};
