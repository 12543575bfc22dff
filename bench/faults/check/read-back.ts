import { type OpOf, opsThat } from "../history/reading";
import { placesOf } from "./sends";
import type { Check, Violation } from "./violation";

export const readBack: Check = {
  name: "read back",
  promise: "whoever reads after an acknowledgement, at any node, sees it",
  run(reading) {
    const edits = new Map<string, OpOf<"edit">[]>();
    for (const op of opsThat(reading, "edit")) edits.set(op.action.id, [...(edits.get(op.action.id) ?? []), op]);
    const deletes = new Map<string, OpOf<"delete">[]>();
    for (const op of opsThat(reading, "delete")) deletes.set(op.action.id, [...(deletes.get(op.action.id) ?? []), op]);
    const sends = new Map(
      opsThat(reading, "send").flatMap((op) => (op.result.id ? [[op.result.id, op] as const] : [])),
    );
    return opsThat(reading, "look").flatMap((look): Violation[] => {
      if (look.outcome === "unknown") return [];
      const { id } = look.action;
      const removed = deletes.get(id) ?? [];
      if (look.outcome === "fail") {
        if (look.code !== "not_found" || removed.some((op) => op.invoked < look.done)) return [];
        return [{ what: `${id} had been acknowledged and could not be read.`, places: placesOf([look]) }];
      }
      const gone = removed.find((op) => op.outcome === "ok" && op.done < look.invoked);
      if (gone) return [{ what: `${id} could be read after its deletion.`, places: placesOf([gone, look]) }];
      const changes = (edits.get(id) ?? []).filter((op) => op.invoked < look.done && op.outcome !== "fail");
      const before = changes.filter((op) => op.outcome === "ok" && op.done < look.invoked);
      const latest = Math.max(-1, ...before.map((op) => op.invoked));
      const allowed = changes
        .filter((op) => op.outcome === "unknown" || op.done > latest)
        .map((op) => op.action.content);
      const original = sends.get(id)?.action.content;
      if (before.length === 0 && original !== undefined) allowed.push(original);
      if (allowed.length === 0 || allowed.includes(look.result.content ?? "")) return [];
      const what = `${id} was read as "${look.result.content ?? ""}"; it can only be ${allowed.join(" or ")}.`;
      return [{ what, places: placesOf([...changes, look]) }];
    });
  },
};
