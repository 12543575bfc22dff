import type { ShownMessage, View } from "../history/entry";
import type { Check, Violation } from "./violation";

export const sameScreens: Check = {
  name: "screens",
  promise: "every listener ends with the list that the history has",
  run(reading) {
    const finals = new Map(reading.finals.map((final) => [final.room, final]));
    return reading.views.flatMap(({ place, entry }) => {
      const final = finals.get(entry.room);
      if (!final) return [];
      const faults = differences(entry, final.messages);
      if (entry.head !== null && entry.head !== final.last_seq) {
        faults.unshift({ what: `it stands at ${entry.head} of ${final.last_seq}`, places: [] });
      }
      return faults
        .slice(0, 3)
        .map(({ what }) => ({ what: `${entry.who} (${entry.by}), room ${entry.room}: ${what}.`, places: [place] }));
    });
  },
};

function differences(view: View, history: ShownMessage[]): Violation[] {
  const violations: Violation[] = [];
  const say = (what: string) => violations.push({ what, places: [] });
  const shown = new Map(view.messages.map((message) => [message.id, message]));
  for (const message of history) {
    const seen = shown.get(message.id);
    shown.delete(message.id);
    if (message.deleted) {
      if (seen && !seen.deleted) say(`${message.id} (${message.seq}) was deleted and is still shown`);
      continue;
    }
    if (!seen) say(`${message.id} (${message.seq}) is missing`);
    else if (seen.deleted) say(`${message.id} (${message.seq}) is shown as deleted`);
    else if (seen.seq !== message.seq) say(`${message.id} is shown as ${seen.seq} instead of ${message.seq}`);
    else if (seen.content !== message.content)
      say(`${message.id} (${message.seq}) shows "${seen.content}" instead of "${message.content}"`);
    else if (reactionsOf(seen) !== reactionsOf(message))
      say(`${message.id} (${message.seq}) shows ${reactionsOf(seen)} instead of ${reactionsOf(message)}`);
  }
  for (const { id, seq } of shown.values()) say(`${id} (${seq}) is shown and not in the history`);
  return violations;
}

function reactionsOf({ reactions }: ShownMessage): string {
  return JSON.stringify(
    Object.entries(reactions)
      .map(([emoji, users]) => [emoji, [...users].sort((a, b) => a - b)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
