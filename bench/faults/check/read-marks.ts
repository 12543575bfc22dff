import { type OpOf, opsThat } from "../history/reading";
import { placesOf } from "./sends";
import type { Check, Violation } from "./violation";

export const readMarks: Check = {
  name: "read marks",
  promise: "a read mark never goes back, and stands where it was acknowledged or further",
  run(reading) {
    const violations: Violation[] = [];
    const marks = opsThat(reading, "read").filter((op) => op.outcome === "ok");
    const seen = opsThat(reading, "watermark").filter((op) => op.outcome === "ok" && op.result.seq !== undefined);
    const rooms = new Map(reading.finals.map((final) => [final.room, final]));
    const key = (op: OpOf<"read"> | OpOf<"watermark">) => `${op.who} ${op.action.room}`;
    for (const look of seen) {
      const stood = look.result.seq ?? 0;
      const before = [...marks, ...seen].filter((op) => key(op) === key(look) && op.done < look.invoked);
      for (const op of before) {
        const least = op.action.do === "read" ? op.action.seq : (op.result.seq ?? 0);
        if (stood >= least) continue;
        violations.push({ what: `${key(look)} stood at ${least} and then at ${stood}.`, places: placesOf([op, look]) });
      }
    }
    for (const op of marks) {
      const final = rooms.get(op.action.room);
      const end = final?.marks.find(({ user }) => user === op.who);
      if (!final || !end || (end.seq >= op.action.seq && end.seq <= final.last_seq)) continue;
      violations.push({
        what: `${key(op)} was acknowledged up to ${op.action.seq} and ends at ${end.seq} of ${final.last_seq}.`,
        places: placesOf([op]),
      });
    }
    return violations;
  },
};
