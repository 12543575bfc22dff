import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/contract/shapes";
import { compose } from "./outbox-changes";
import { begin, settle } from "./outbox-outcomes";
import type { Intent, OutboxEntry } from "./outbox-entry";
import { outgoingMessage } from "./outgoing-message";
import { overlay } from "./overlay";
import { type Timeline } from "./timeline";
import { putMessage } from "./timeline-changes";

const ada = { id: 1, username: "ada", full_name: "Ada", email: "" };
const ben = { id: 2, username: "ben", full_name: "Ben", email: "" };

function entry(client_id: string, order: number, intent: Intent): OutboxEntry {
  const waiting = { state: "waiting", error: null, tried: false } as const;
  return { ...intent, client_id, order, room: "room", created_at: "2026-01-01T00:00:00Z", ...waiting };
}

const send = (id: string, order = 1, content = id) =>
  entry(id, order, { kind: "send", content, sender: ada, reply_to: null, thread_root: null, attachment_ids: [] });

function stored(from: OutboxEntry, seq: number, sender = ada): Message {
  if (from.kind !== "send") throw new Error("Only messages are stored.");
  return { ...outgoingMessage(from), id: `id-${from.client_id}`, seq, sender };
}

describe("the overlay", () => {
  const held = [stored(send("a"), 1), stored(send("b"), 2, ben)];

  it("leaves what nothing waits for as it is", () => {
    expect(overlay(held, [], 1).messages).toBe(held);
    const { messages } = overlay(held, [entry("e", 9, { kind: "edit", target: "id-a", content: "new" })], 1);
    expect(messages.map((message) => message.content)).toEqual(["new", "b"]);
    expect(messages[1]).toBe(held[1]);
  });

  it("shows edits, deletions and reactions at once, and nothing twice when the server has them too", () => {
    const react = entry("r", 9, { kind: "react", target: "id-b", emoji: "👍", on: true });
    const once = overlay(held, [react], 1).messages;
    expect(once[1]?.reactions).toEqual([{ emoji: "👍", count: 1, user_ids: [1] }]);
    expect(overlay(once, [react], 1).messages).toBe(once);
    expect(overlay(held, [entry("d", 9, { kind: "delete", target: "id-b" })], 1).messages[1]?.is_deleted).toBe(true);
  });

  it("shows changes of a message that waits itself", () => {
    const edit = entry("e", 2, { kind: "edit", target: "m", content: "new" });
    expect(overlay(held, [send("m"), edit], 1).waiting.map((waiting) => waiting.content)).toEqual(["new"]);
    const gone = entry("d", 2, { kind: "delete", target: "m" });
    expect(overlay(held, [send("m"), gone], 1).waiting).toEqual([]);
  });

  it("shows every message once and in order, whenever its acknowledgement, its event and those of others come", () => {
    const plan = fc.array(fc.record({ actor: fc.constantFrom("ada", "ben"), lag: fc.nat(6), ackLag: fc.nat(6) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(plan, (acts) => {
        let timeline: Timeline = { messages: [], hasOlder: false, hasNewer: false };
        let outbox: readonly OutboxEntry[] = [];
        type Step = { at: number; run: () => void };
        const steps: Step[] = [];
        const written: string[] = [];
        let eventsAt = 0;
        acts.forEach(({ actor, lag, ackLag }, i) => {
          const composed = send(`m${i}`, i);
          const message = stored(composed, i + 1, actor === "ada" ? ada : ben);
          // Events arrive in the order of their numbers; acknowledgements whenever they like.
          eventsAt = Math.max(eventsAt, i + lag);
          steps.push({ at: eventsAt, run: () => (timeline = putMessage(timeline, message, true)) });
          if (actor === "ben") return;
          steps.push({
            at: i,
            run: () => {
              outbox = begin(composed.client_id)(compose(composed)(outbox));
              written.push(composed.client_id);
            },
          });
          steps.push({ at: i + ackLag, run: () => (timeline = putMessage(timeline, message, true)) });
          steps.push({ at: i + ackLag + 1, run: () => (outbox = settle(composed.client_id, message.id)(outbox)) });
        });
        // Written first where the time is the same: nothing arrives before it was sent.
        const order = steps.map((step, i) => ({ ...step, i }));
        for (const step of order.toSorted((a, b) => a.at - b.at || a.i - b.i)) {
          step.run();
          const { messages, waiting } = overlay(timeline.messages, outbox, 1);
          const shown = [...messages.map((message) => message.client_id), ...waiting.map((one) => one.client_id)];
          expect(new Set(shown).size).toBe(shown.length);
          for (const id of written) expect(shown).toContain(id);
          expect(messages.map((m) => m.seq)).toEqual(messages.map((m) => m.seq).toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });
});
