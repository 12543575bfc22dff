import { type Actor, actorNames } from "./actors";
import { type Door, type Verdict, verdictOf } from "./expected";
import type { Stage } from "./stage";

export type Verdicts = Partial<Record<Actor, Verdict>>;

/** `path` is in the form with the slash; `access` another token than the actor's own. */
export type Call = { path: string; body?: unknown; headers?: Record<string, string>; access?: string };

type Made = (stage: Stage, actor: Actor) => Call | Promise<Call>;

/**
 * The ordinary call of an operation. Every actor makes it by every transport, and what each is answered follows from the
 * operation's line in doors.ts: there is no `when` and no `by` here.
 */
export type Plain = {
  call: Made;
  /** What a success says, beyond its schema. */
  says?: object;
  when?: never;
  by?: never;
};

/** One more line of the contract's tables: a call with something special about it, and what it answers to whom. */
export type Row = {
  when: string;
  call: Made;
  by: Verdicts;
  /** What a success says, beyond its schema; what a refusal of the input names in `fields`. */
  says?: object;
  field?: string;
};

/** By the id of the operation: its plain call first. */
export type Rows = Record<string, [Plain, ...Row[]]>;

const by =
  (door: Door) =>
  (status: 200 | 201 | 204): Verdicts =>
    Object.fromEntries(actorNames.map((actor) => [actor, verdictOf(door, actor, status)]));

/** The verdicts of everybody, for a call that asks for no more than these words say. */
export const everybody = by({ asks: "sign-in" });
export const readers = by({ asks: "room", action: "room.read" });
export const writers = by({ asks: "room", action: "message.send" });
export const admins = by({ asks: "room", action: "room.update" });
export const managers = by({ asks: "house", action: "rooms.manage" });
