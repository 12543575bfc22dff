import type { Action, Result, Transport } from "../history/entry";
import type { Recorder } from "../history/recorder";

export type Attempted =
  { outcome: "ok"; result: Result } | { outcome: "fail"; code: string } | { outcome: "unknown"; why: string };

export const unknown = (why: unknown): Attempted => ({
  outcome: "unknown",
  why: why instanceof Error ? `${why.name}: ${why.message}` : String(why),
});

/** Refusals that leave open whether it was done; every other one is final. */
const open = new Set(["unavailable", "timeout"]);

export const refused = (code: string): Attempted =>
  open.has(code) ? { outcome: "unknown", why: code } : { outcome: "fail", code };

/** One try: written down before it is made, and again before anything is made of its outcome. */
export async function attempt(
  recorder: Recorder,
  who: number,
  by: Transport,
  action: Action,
  perform: () => Promise<Attempted>,
): Promise<Attempted> {
  const op = recorder.nextOp();
  recorder.note({ e: "invoke", op, who, by, action });
  const given = await perform().catch(unknown);
  if (given.outcome === "ok") recorder.note({ e: "ok", op, result: given.result });
  else if (given.outcome === "fail") recorder.note({ e: "fail", op, code: given.code });
  else recorder.note({ e: "unknown", op, why: given.why });
  return given;
}
