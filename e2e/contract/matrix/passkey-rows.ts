import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { RestClient } from "@/e2e/setup/rest-client";
import { SoftPasskey } from "@/e2e/setup/soft-passkey";
import { config } from "@/lib/config/config";
import type { NewPasskeyOptions, Passkey } from "@/lib/contract/passkey";
import type { Actor } from "./actors";
import type { Row, Rows } from "./row";
import type { Stage } from "./stage";

const own = "/api/users/me/passkeys/";
const current_password = "a long enough password";

/** Somebody new of the actor's role, whose authenticator has made a passkey; whoever may not be here only says so. */
async function made(stage: Stage, actor: Actor, soft = new SoftPasskey(config().APP_URL)) {
  const as = await stage.double(actor);
  const rest = new RestClient(stage.url, as.access);
  const make = async () => {
    const { status, body } = await rest.post(`${own}options/`, { current_password });
    const options = status === 200 ? (body as NewPasskeyOptions) : { rp: { id: "" }, user: { id: "" }, challenge: "" };
    return { name: "My phone", ...soft.make(options) };
  };
  return { as, rest, make };
}

async function kept(stage: Stage, actor: Actor) {
  const { as, rest, make } = await made(stage, actor);
  const { body } = await rest.post(own, await make());
  return { as, id: (body as Partial<Passkey>).id ?? randomUUID() };
}
const none: Row["by"] = { viewer: "404 not_found" };

export const passkeyRows: Rows = {
  listPasskeys: [{ call: () => ({ path: own }), says: { results: [] } }],
  beginPasskey: [
    {
      call: async (stage, actor) => ({
        path: `${own}options/`,
        body: { current_password },
        ...(await stage.double(actor)),
      }),
      says: { rp: { id: "localhost", name: "AriStay" }, attestation: "none" },
    },
    {
      when: "with a wrong password",
      call: () => ({ path: `${own}options/`, body: { current_password: "wrong" } }),
      by: { viewer: "400 invalid_input" },
      field: "current_password",
    },
    {
      when: "with too many",
      call: async (stage) => {
        const { id, access, credentials } = await stage.newcomer();
        await database().db.execute(sql`
          insert into passkeys (user_id, name, credential_id, public_key)
          select ${id}::int, 'K', decode(md5(${id}::int || ' ' || n), 'hex'), '' from generate_series(1, 20) n`);
        return { path: `${own}options/`, body: { current_password: credentials.password }, access };
      },
      by: { viewer: "409 conflict" },
    },
  ],
  addPasskey: [
    {
      call: async (stage, actor) => {
        const { as, make } = await made(stage, actor);
        return { path: own, body: await make(), ...as };
      },
      says: { name: "My phone", last_used_at: null },
    },
    {
      when: "known already",
      call: async (stage, actor) => {
        const { as, rest, make } = await made(stage, actor);
        await rest.post(own, await make());
        return { path: own, body: await make(), ...as };
      },
      by: { viewer: "409 conflict" },
    },
    {
      when: "made for somebody else",
      call: async (stage, actor) => ({ path: own, body: await (await made(stage, actor)).make() }),
      by: { viewer: "400 invalid_input" },
      field: "attestation",
    },
  ],
  removePasskey: [
    {
      call: async (stage, actor) => {
        const { as, id } = await kept(stage, actor);
        return { path: `${own}${id}/`, ...as };
      },
    },
    {
      when: "it is somebody else's",
      call: async (stage, actor) => ({ path: `${own}${(await kept(stage, actor)).id}/` }),
      by: { manager: "404 not_found" },
    },
    { when: "there is none", call: () => ({ path: `${own}${randomUUID()}/` }), by: none },
  ],
  beginPasskeySignIn: [
    { call: () => ({ path: "/api/passkeys/options/" }), says: { rpId: "localhost", userVerification: "required" } },
  ],
};
