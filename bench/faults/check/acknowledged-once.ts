import { placesOf, sendsOf } from "./sends";
import type { Check, Violation } from "./violation";

export const acknowledgedOnce: Check = {
  name: "once",
  promise: "what was acknowledged is there exactly once, what is unknown at most once",
  run(reading) {
    const { sends, strangers } = sendsOf(reading);
    const violations: Violation[] = strangers.map(({ id, content }) => ({
      what: `Nobody sent the message ${id} (${content.slice(0, 60)}).`,
      places: [],
    }));
    for (const { token, who, tries, found } of sends) {
      const say = (what: string) => violations.push({ what, places: placesOf(tries) });
      const acknowledged = tries.filter((one) => one.outcome === "ok");
      const [message] = found;
      if (found.length > 1) say(`${token} is there ${found.length} times: seq ${found.map((m) => m.seq).join(", ")}.`);
      if (acknowledged.length > 0 && !message) say(`${token} was acknowledged and is not there.`);
      if (message && message.sender !== who) say(`${token} is there in the name of ${message.sender ?? "nobody"}.`);
      if (acknowledged.filter((one) => one.result.created === true).length > 1)
        say(`${token} was answered twice as newly made.`);
      const [first] = acknowledged;
      for (const one of acknowledged) {
        const { id, seq } = one.result;
        if (id !== first?.result.id || seq !== first?.result.seq) {
          say(`${token} was acknowledged as two messages, ${first?.result.id ?? "?"} and ${id ?? "?"}.`);
        } else if (found.length === 1 && message && (id !== message.id || seq !== message.seq)) {
          say(`${token} was acknowledged as ${id ?? "?"} seq ${seq ?? "?"} and is ${message.id} seq ${message.seq}.`);
        }
      }
    }
    return violations;
  },
};
