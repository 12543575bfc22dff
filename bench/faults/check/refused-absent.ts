import { placesOf, sendsOf } from "./sends";
import type { Check } from "./violation";

export const refusedAbsent: Check = {
  name: "refused",
  promise: "what was refused never appears",
  run(reading) {
    return sendsOf(reading)
      .sends.filter(({ tries, found }) => found.length > 0 && tries.every((one) => one.outcome === "fail"))
      .map(({ token, tries, found }) => ({
        what: `${token} was refused (${tries[0]?.code ?? "?"}) and is there as seq ${found[0]?.seq ?? "?"}.`,
        places: placesOf(tries),
      }));
  },
};
