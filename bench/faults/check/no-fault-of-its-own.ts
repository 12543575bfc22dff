import { placesOf } from "./sends";
import type { Check, Violation } from "./violation";

export const noFaultOfItsOwn: Check = {
  name: "answers",
  promise: "no answer is an internal error, and no process ends by itself",
  run(reading): Violation[] {
    const failed = reading.ops.filter((op) => op.outcome !== "ok" && /\b(internal|500)\b/.test(op.code));
    return [
      ...failed.map((op) => ({
        what: `${op.action.do} by ${op.by} was answered with ${op.code}.`,
        places: placesOf([op]),
      })),
      ...reading.ended.map(({ place, entry }) => ({
        what: `The server process ${entry.node} ended by itself (${entry.how}).`,
        places: [place],
      })),
    ];
  },
};
