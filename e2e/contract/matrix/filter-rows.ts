import { RestClient } from "@/e2e/setup/rest-client";
import type { FilterRule } from "@/lib/contract/filter";
import { type FilterAction, filterActions } from "@/lib/contract/filter-words";
import type { Room } from "@/lib/contract/shapes";
import type { Row, Rows } from "./row";
import type { Stage } from "./stage";

const rules = "/api/admin/filter/rules/";

const rule = { kind: "words", value: "matrixword", action: "warn", note: "" };
const fresh = async (stage: Stage) =>
  `${rules}${(await stage.post<FilterRule>("boss", rules, { ...rule, action: "refuse" })).id}/`;
const none = (body?: unknown) => ({
  when: "there is none",
  call: () => ({ path: `${rules}999999/`, body }),
  by: { superuser: "404 not_found" } as const,
});
const wrong = (when: string, more: object) => ({
  when,
  call: () => ({ path: rules, body: { ...rule, ...more } }),
  by: { superuser: "400 invalid_input" } as const,
  field: "value",
});

export const filterRows: Rows = {
  listFilterRules: [{ call: () => ({ path: rules }) }],
  createFilterRule: [
    { call: () => ({ path: rules, body: rule }), says: rule },
    wrong("of no word", { value: "…, !" }),
    wrong("of a broken pattern", { kind: "pattern", value: "(" }),
    wrong("of a pattern that looks behind", { kind: "pattern", value: "(?<=a)b" }),
    wrong("of a pattern that fits all", { kind: "pattern", value: "a*" }),
    wrong("of a pattern that is too large", { kind: "pattern", value: "(ab|cd){900}" }),
  ],
  updateFilterRule: [
    { call: async (stage) => ({ path: await fresh(stage), body: { note: "Why" } }), says: { note: "Why" } },
    none({ note: "Why" }),
  ],
  deleteFilterRule: [{ call: async (stage) => ({ path: await fresh(stage) }) }, none()],
  tryFilter: [{ call: () => ({ path: "/api/admin/filter/try/", body: { text: "Hello" } }), says: { action: "pass" } }],
};

/** A word that the house refuses from now on, warns of, or holds. */
export async function stoppedWord(stage: Stage, action: FilterAction): Promise<string> {
  const value = `matrix${action}`;
  await stage.post<FilterRule>("boss", rules, { kind: "words", value, action });
  return value;
}

const messages = "/api/chat/messages/";
const refusals = { refuse: "422 filter_refused", warn: "422 filter_warning", hold: "422 filter_held" } as const;
/** An edit cannot wait. */
const editRefusals = { ...refusals, hold: "422 filter_refused" } as const;

/** Sent and edited by somebody who knows of no warning; and sent by somebody who does. */
export const sentWords: Row[] = [
  ...filterActions.map((action): Row => ({
    when: `with a word that the house would ${action}`,
    call: async (stage) => ({
      path: messages,
      body: { room: stage.room.id, content: await stoppedWord(stage, action) },
    }),
    by: { participant: refusals[action] },
    field: "content",
  })),
  {
    when: "with a word that the house warns of, anyway",
    call: async (stage) => ({
      path: messages,
      body: { room: stage.room.id, content: await stoppedWord(stage, "warn"), accept_warning: true },
    }),
    by: { participant: 201 },
  },
  {
    when: "with a word that the house would hold, by whose texts fifty wait",
    call: async (stage) => {
      const { access } = await stage.newcomer();
      const rest = new RestClient(stage.url, access);
      const { id: room } = (await rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [] }))
        .body as Room;
      const body = { room, content: await stoppedWord(stage, "hold") };
      await Promise.all(Array.from({ length: 50 }, () => rest.post(messages, body)));
      return { path: messages, body, access };
    },
    by: { participant: "409 filter_full" },
  },
];
export const editedWords: Row[] = filterActions.map((action) => ({
  when: `to a word that the house would ${action}`,
  call: async (stage) => ({
    path: `${messages}${stage.message.id}/`,
    body: { content: await stoppedWord(stage, action) },
  }),
  by: { sender: editRefusals[action] },
  field: "content",
}));
