import type {
  Action,
  Ended,
  Entry,
  FaultEntry,
  Final,
  Heard,
  Membership,
  Probe,
  Result,
  Transport,
  View,
} from "./entry";

/** One try of something, with what came of it. Without an outcome in the history it is unknown. */
export type Op = {
  n: number;
  who: number;
  by: Transport;
  action: Action;
  /** Places in the history: what is done at a smaller place than another's `invoked` came before it. */
  invoked: number;
  done: number;
  outcome: "ok" | "fail" | "unknown";
  result: Result;
  /** Why it failed or is unknown. */
  code: string;
};

export type OpOf<D extends Action["do"]> = Op & { action: Extract<Action, { do: D }> };

/** A history, sorted by kind. */
export type Reading = {
  entries: readonly Entry[];
  ops: Op[];
  heard: { place: number; entry: Heard }[];
  members: { place: number; entry: Membership }[];
  faults: FaultEntry[];
  probes: { place: number; entry: Probe }[];
  views: { place: number; entry: View }[];
  finals: Final[];
  ended: { place: number; entry: Ended }[];
};

export function readHistory(entries: readonly Entry[]): Reading {
  const ops = new Map<number, Op>();
  const reading: Reading = {
    entries,
    ops: [],
    heard: [],
    members: [],
    faults: [],
    probes: [],
    views: [],
    finals: [],
    ended: [],
  };
  entries.forEach((entry, place) => {
    switch (entry.e) {
      case "invoke": {
        const { op: n, who, by, action } = entry;
        const op: Op = { n, who, by, action, invoked: place, done: Infinity, outcome: "unknown", result: {}, code: "" };
        ops.set(n, op);
        return reading.ops.push(op);
      }
      case "ok":
      case "fail":
      case "unknown": {
        const op = ops.get(entry.op);
        if (!op) throw new Error(`Line ${place + 1} ends an operation that never began.`);
        op.outcome = entry.e;
        op.done = place;
        if (entry.e === "ok") op.result = entry.result;
        else op.code = entry.e === "fail" ? entry.code : entry.why;
        return;
      }
      case "heard":
        return reading.heard.push({ place, entry });
      case "member":
        return reading.members.push({ place, entry });
      case "fault":
        return reading.faults.push(entry);
      case "probe":
        return reading.probes.push({ place, entry });
      case "view":
        return reading.views.push({ place, entry });
      case "final":
        return reading.finals.push(entry);
      case "ended":
        return reading.ended.push({ place, entry });
    }
  });
  return reading;
}

export function opsThat<D extends Action["do"]>(reading: Reading, what: D): OpOf<D>[] {
  return reading.ops.filter((op): op is OpOf<D> => op.action.do === what);
}
