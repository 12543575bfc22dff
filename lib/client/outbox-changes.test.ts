import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, discard, type OutboxChange, retry } from "./outbox-changes";
import { begin, refuse, settle } from "./outbox-outcomes";
import type { Intent, OutboxEntry } from "./outbox-entry";

const ada = { id: 1, username: "ada", full_name: "Ada", email: "" };
let order = 0;

function entry(client_id: string, intent: Intent): OutboxEntry {
  order += 1;
  const waiting = { state: "waiting", error: null, tried: false } as const;
  return { ...intent, client_id, order, room: "room", created_at: "2026-01-01T00:00:00Z", ...waiting };
}

const send = (id: string, content = id): OutboxEntry =>
  entry(id, { kind: "send", content, sender: ada, reply_to: null, thread_root: null, attachment_ids: [] });
const edit = (id: string, target: string, content: string) => entry(id, { kind: "edit", target, content });
const remove = (id: string, target: string) => entry(id, { kind: "delete", target });
const react = (id: string, target: string, on: boolean) => entry(id, { kind: "react", target, emoji: "👍", on });
const read = (id: string, seq: number) => entry(id, { kind: "read", seq });

const run = (...changes: OutboxChange[]) => changes.reduce((all, change) => change(all), [] as readonly OutboxEntry[]);
const brief = (all: readonly OutboxEntry[]) =>
  all.map((e) => [e.kind, e.client_id, "content" in e ? e.content : "", "target" in e ? e.target : "", e.state]);

describe("the outbox", () => {
  it("folds an edit into a message that was never tried", () => {
    const all = run(compose(send("m", "one")), compose(edit("e", "m", "two")));
    expect(brief(all)).toEqual([["send", "m", "two", "", "waiting"]]);
  });

  it("leaves a message as it is once a try has begun, and sends the edit after it, under the id that it got", () => {
    const all = run(compose(send("m", "one")), begin("m"), compose(edit("e", "m", "two")));
    expect(brief(all)).toEqual([
      ["send", "m", "one", "", "waiting"],
      ["edit", "e", "two", "m", "waiting"],
    ]);
    expect(brief(settle("m", "id-of-m")(all))).toEqual([["edit", "e", "two", "id-of-m", "waiting"]]);
  });

  it("keeps the newest text in a message that was refused", () => {
    const all = run(compose(send("m", "one")), begin("m"), compose(edit("e", "m", "two")), refuse("m", "forbidden"));
    expect(brief(all)).toEqual([["send", "m", "two", "", "failed"]]);
    expect(brief(retry("m")(all))).toEqual([["send", "m", "two", "", "waiting"]]);
    expect(brief(compose(edit("f", "m", "three"))(all))).toEqual([["send", "m", "three", "", "waiting"]]);
  });

  it("cancels a message that was never tried without a trace; one that may be stored is deleted after it", () => {
    expect(run(compose(send("m")), compose(remove("d", "m")))).toEqual([]);
    const all = run(compose(send("m")), begin("m"), compose(remove("d", "m")));
    expect(brief(all)).toEqual([
      ["send", "m", "m", "", "waiting"],
      ["delete", "d", "", "m", "waiting"],
    ]);
    expect(refuse("m", "forbidden")(all)).toEqual([]);
  });

  it("forgets edits and reactions of a message that is deleted", () => {
    const all = run(compose(edit("e", "id", "x")), compose(react("r", "id", true)), compose(remove("d", "id")));
    expect(brief(all)).toEqual([["delete", "d", "", "id", "waiting"]]);
    expect(compose(remove("d2", "id"))(all)).toHaveLength(1);
  });

  it("tells nothing of a reaction that was taken back at once", () => {
    expect(run(compose(react("a", "id", true)), compose(react("b", "id", false)))).toEqual([]);
  });

  it("keeps the furthest mark of reading only", () => {
    const all = run(compose(read("a", 3)), compose(read("b", 7)), compose(read("c", 5)));
    expect(all.map((e) => e.kind === "read" && e.seq)).toEqual([7]);
    expect(refuse("b", "not_participant")(all)).toEqual([]);
  });

  it("discards a message together with what was done to it", () => {
    expect(run(compose(send("m")), begin("m"), compose(edit("e", "m", "x")), discard("m"))).toEqual([]);
  });

  it("never changes a message that may be stored, keeps the order of sends, and composes each id once", () => {
    const step = fc.record({
      what: fc.constantFrom("send", "edit", "delete", "begin", "settle", "refuse", "retry"),
      which: fc.integer({ min: 0, max: 4 }),
      text: fc.string({ minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let all: readonly OutboxEntry[] = [];
        const frozen = new Map<string, string>();
        steps.forEach(({ what, which, text }, i) => {
          const id = `m${which}`;
          const changes: Record<string, OutboxChange> = {
            send: compose(send(id, text)),
            edit: compose(edit(`e${i}`, id, text)),
            delete: compose(remove(`d${i}`, id)),
            begin: begin(id),
            settle: settle(id, `id-${id}`),
            refuse: refuse(id, "forbidden"),
            retry: retry(id),
          };
          all = changes[what]?.(all) ?? all;
          // What was tried before this step and still waits says what it said then.
          for (const e of all) {
            const was = frozen.get(e.client_id);
            if (e.kind === "send" && e.tried && was !== undefined) expect(e.content).toBe(was);
          }
          frozen.clear();
          for (const e of all) if (e.kind === "send" && e.tried) frozen.set(e.client_id, e.content);
          expect(new Set(all.map((e) => e.client_id)).size).toBe(all.length);
          expect(all.map((e) => e.order)).toEqual(all.map((e) => e.order).toSorted((a, b) => a - b));
        });
      }),
    );
  });
});
