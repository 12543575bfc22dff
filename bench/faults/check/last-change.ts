import type { ShownMessage } from "../history/entry";
import { opsThat, type Op, type OpOf, type Reading } from "../history/reading";
import { placesOf } from "./sends";
import type { Check, Violation } from "./violation";

export const lastChange: Check = {
  name: "changes",
  promise: "edits, deletions and reactions end as last acknowledged; an unknown one may count or not",
  run(reading) {
    const messages = new Map(reading.finals.flatMap((final) => final.messages.map((m) => [m.id, m] as const)));
    return [...deletions(reading, messages), ...edits(reading, messages), ...reactions(reading, messages)];
  },
};

type Messages = Map<string, ShownMessage>;

function grouped<O extends Op>(ops: O[], key: (op: O) => string): Map<string, O[]> {
  const groups = new Map<string, O[]>();
  for (const op of ops) groups.set(key(op), [...(groups.get(key(op)) ?? []), op]);
  return groups;
}

/** What may have been the last to count: acknowledged and not followed by another acknowledged one, or unknown. */
export function mayBeLast<O extends Op>(ops: O[]): O[] {
  const latest = Math.max(-1, ...ops.filter((op) => op.outcome === "ok").map((op) => op.invoked));
  return ops.filter((op) => op.outcome === "unknown" || (op.outcome === "ok" && op.done > latest));
}

function deletions(reading: Reading, messages: Messages): Violation[] {
  const ops = grouped(opsThat(reading, "delete"), (op) => op.action.id);
  return [...messages.values()].flatMap(({ id, seq, deleted }) => {
    const tried = ops.get(id) ?? [];
    if (!deleted && tried.some((op) => op.outcome === "ok"))
      return [{ what: `The deletion of ${id} (${seq}) was acknowledged, and it is there.`, places: placesOf(tried) }];
    if (deleted && tried.every((op) => op.outcome === "fail"))
      return [{ what: `${id} (${seq}) is deleted, and nobody deleted it.`, places: placesOf(tried) }];
    return [];
  });
}

function edits(reading: Reading, messages: Messages): Violation[] {
  const original = new Map(
    opsThat(reading, "send").flatMap((op) => (op.result.id ? [[op.result.id, op.action.content] as const] : [])),
  );
  const deleted = grouped(
    opsThat(reading, "delete").filter((op) => op.outcome === "ok"),
    (op) => op.action.id,
  );
  return [...grouped(opsThat(reading, "edit"), (op) => op.action.id)].flatMap(([id, ops]) => {
    const message = messages.get(id);
    const [gone] = deleted.get(id) ?? [];
    const late = gone && ops.find((op) => op.outcome === "ok" && op.invoked > gone.done);
    if (late) return [{ what: `${id} could be edited after its deletion.`, places: placesOf([gone, late]) }];
    if (!message || message.deleted) return [];
    const allowed = new Set(mayBeLast(ops).map((op) => op.action.content));
    if (!ops.some((op) => op.outcome === "ok")) allowed.add(original.get(id) ?? message.content);
    if (allowed.has(message.content)) return [];
    const what = `${id} (${message.seq}) says "${message.content}"; acknowledged last: ${[...allowed].join(" or ")}.`;
    return [{ what, places: placesOf(ops) }];
  });
}

function reactions(reading: Reading, messages: Messages): Violation[] {
  const key = (id: string, who: number, emoji: string) => `${id} ${who} ${emoji}`;
  const ops = grouped(opsThat(reading, "react"), (op) => key(op.action.id, op.who, op.action.emoji));
  const violations: Violation[] = [];
  for (const [subject, tried] of ops) violations.push(...reactionFault(subject, tried, messages));
  for (const { id, reactions: given } of messages.values()) {
    for (const [emoji, users] of Object.entries(given)) {
      for (const user of users) {
        if (!ops.has(key(id, user, emoji)))
          violations.push({ what: `${user} never gave ${emoji} to ${id}.`, places: [] });
      }
    }
  }
  return violations;
}

function reactionFault(subject: string, tried: OpOf<"react">[], messages: Messages): Violation[] {
  const [first] = tried;
  const message = messages.get(first?.action.id ?? "");
  if (!first || !message || message.deleted) return [];
  const stands = message.reactions[first.action.emoji]?.includes(first.who) ?? false;
  const allowed = new Set(mayBeLast(tried).map((op) => op.action.on));
  if (!tried.some((op) => op.outcome === "ok")) allowed.add(false);
  if (allowed.has(stands)) return [];
  return [
    {
      what: `Reaction ${subject} is ${stands ? "there" : "not there"}, against its last answer.`,
      places: placesOf(tried),
    },
  ];
}
