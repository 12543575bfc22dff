import { randomUUID } from "node:crypto";
import { RestClient } from "@/e2e/setup/rest-client";
import type { HeldText } from "@/lib/contract/held";
import type { Room } from "@/lib/contract/shapes";
import { stoppedWord } from "./filter-rows";
import type { Rows } from "./row";
import type { Stage } from "./stage";

const queue = "/api/admin/held/";
const own = "/api/chat/held/";

/** A text that waits, of whoever writes it with these credentials. */
async function waitingBy(stage: Stage, { rest }: { rest: RestClient }): Promise<string> {
  const content = `${await stoppedWord(stage, "hold")} ${randomUUID()}`;
  const made = await rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [] });
  await rest.post("/api/chat/messages/", { room: (made.body as Room).id, content });
  const { results } = (await rest.get(own)).body as { results: HeldText[] };
  // One person may have so many waiting at a time.
  const [oldest] = results.length > 30 ? results : [];
  if (oldest) await rest.delete(`${own}${oldest.id}/`);
  const found = results.find((one) => one.content === content);
  if (!found) throw new Error("Nothing is held.");
  return found.id;
}

const of = (stage: Stage, who: "sender" | "manager" | "boss") => waitingBy(stage, stage.people[who]);

const decide = (verb: string, who: "sender" | "manager" | "boss", body?: object) => async (stage: Stage) => ({
  path: `${queue}${await of(stage, who)}/${verb}/`,
  body,
});
const refused = { reason: "Not here" };
const forbidden = { manager: "403 forbidden" } as const;
const done = (first: "release" | "refuse", then: "release" | "refuse") => async (stage: Stage) => {
  const id = await of(stage, "sender");
  await stage.post("boss", `${queue}${id}/${first}/`, first === "refuse" ? refused : undefined);
  return { path: `${queue}${id}/${then}/`, body: then === "refuse" ? refused : undefined };
};
const none = (verb: string, body?: object) => ({
  when: "there is none",
  call: () => ({ path: `${queue}${randomUUID()}/${verb}`, body }),
  by: { manager: "404 not_found" } as const,
});

export const heldRows: Rows = {
  listOwnHeld: [{ call: () => ({ path: own }) }],
  takeBackHeld: [
    {
      call: async (stage, actor) => {
        if (actor === "nobody" || actor === "deactivated") return { path: `${own}${await of(stage, "sender")}/` };
        if (actor !== "viewer") return { path: `${own}${await waitingBy(stage, stage.people[actor])}/` };
        // Viewers have what they wrote before they became one.
        const { id, access } = await stage.newcomer();
        const held = await waitingBy(stage, { rest: new RestClient(stage.url, access) });
        await stage.people.boss.rest.patch(`/api/users/${id}/`, { role: "viewer" });
        return { path: `${own}${held}/`, access };
      },
    },
    {
      when: "somebody else's",
      call: async (stage) => ({ path: `${own}${await of(stage, "sender")}/` }),
      by: { participant: "404 not_found", manager: "404 not_found" },
    },
    {
      when: "that was let through",
      call: async (stage) => {
        const id = await of(stage, "sender");
        await stage.post("boss", `${queue}${id}/release/`);
        return { path: `${own}${id}/` };
      },
      by: { sender: "409 conflict" },
    },
  ],
  listHeld: [{ call: () => ({ path: queue }) }],
  getHeld: [
    {
      call: async (stage) => ({ path: `${queue}${await of(stage, "sender")}/` }),
      says: { status: "waiting", person: { username: "sender" } },
    },
    {
      when: "of somebody above",
      call: async (stage) => ({ path: `${queue}${await of(stage, "boss")}/` }),
      by: forbidden,
    },
    { when: "one's own", call: async (stage) => ({ path: `${queue}${await of(stage, "manager")}/` }), by: forbidden },
    none(""),
  ],
  releaseHeld: [
    { call: decide("release", "sender"), says: { status: "released" } },
    { when: "of somebody above", call: decide("release", "boss"), by: forbidden },
    { when: "one's own", call: decide("release", "manager"), by: forbidden },
    { when: "that was refused", call: done("refuse", "release"), by: { manager: "409 conflict" } },
    none("release/"),
  ],
  refuseHeld: [
    { call: decide("refuse", "sender", refused), says: { status: "refused", ...refused } },
    {
      when: "without a reason",
      call: decide("refuse", "sender", { reason: "" }),
      by: { manager: "400 invalid_input" },
      field: "reason",
    },
    { when: "of somebody above", call: decide("refuse", "boss", refused), by: forbidden },
    { when: "one's own", call: decide("refuse", "manager", refused), by: forbidden },
    { when: "that was let through", call: done("release", "refuse"), by: { manager: "409 conflict" } },
    none("refuse/", refused),
  ],
};
