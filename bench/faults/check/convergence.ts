import type { Check, Violation } from "./violation";

/** A committed event reaches every connected client within this time (ms), whatever happened just before. */
export const convergenceLimit = 5000;

export const convergence: Check = {
  name: "5 s",
  promise: "once a fault is over, a send is acknowledged and heard by every listener within 5 s",
  run(reading, slack) {
    return reading.probes.flatMap(({ place, entry }): Violation[] => {
      const { names, acknowledgedAfter, heardAfter, stretch } = entry;
      const limit = Math.round(convergenceLimit * stretch * slack);
      const after = names.join(" + ");
      if (acknowledgedAfter > limit)
        return [
          { what: `After ${after}, a send was acknowledged only after ${acknowledgedAfter} ms.`, places: [place] },
        ];
      const late = Object.entries(heardAfter).filter(([, ms]) => ms === null || ms > limit);
      if (late.length === 0) return [];
      const who = late.map(([name, ms]) => `${name} (${ms === null ? "never" : `${ms} ms`})`).join(", ");
      return [{ what: `After ${after}, not heard within ${limit} ms by ${who}.`, places: [place] }];
    });
  },
};
