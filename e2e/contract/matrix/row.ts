import type { ErrorCode } from "@/lib/contract/errors";
import type { Stage } from "./stage";

/**
 * Who calls: nobody (no token), a stranger to the room, one in it, the sender of the message, a room admin, a manager who
 * is not in it, and one in it whose role only reads.
 */
export const actors = ["nobody", "stranger", "participant", "sender", "admin", "manager", "viewer"] as const;
export type Actor = (typeof actors)[number];
export type Known = Exclude<Actor, "nobody">;

/** A status, with the code of a refusal. */
type Verdict = 200 | 201 | 204 | `${number} ${ErrorCode}`;
export type Verdicts = Partial<Record<Actor, Verdict>>;

/** `path` is in the form with the slash; `access` another token than the actor's own. */
export type Call = { path: string; body?: unknown; headers?: Record<string, string>; access?: string };

/** One line of the contract's tables: a call, and what it answers to whom. */
export type Row = {
  /** What is special about the call; each operation has one that is `plain`. */
  when: string;
  call: (stage: Stage, actor: Actor) => Call | Promise<Call>;
  by: Verdicts;
  /** What a success says, beyond its schema; what a refusal of the input names in `fields`. */
  says?: object;
  field?: string;
};

/** By the id of the operation. */
export type Rows = Record<string, Row[]>;

const nobody = { nobody: "401 unauthorized" } as const;
const outside = { ...nobody, stranger: "403 not_participant", manager: "403 not_participant" } as const;

export const everybody = (status: 200 | 201 | 204): Verdicts =>
  Object.fromEntries(actors.map((actor) => [actor, nobody[actor as "nobody"] ?? status]));

export const readers = (status: 200 | 204): Verdicts => ({
  ...outside,
  participant: status,
  sender: status,
  admin: status,
  viewer: status,
});

export const writers = (status: 200 | 201 | 204): Verdicts => ({
  ...outside,
  participant: status,
  sender: status,
  admin: status,
  viewer: "403 forbidden",
});

export const admins = (status: 200 | 201 | 204): Verdicts => ({
  ...outside,
  participant: "403 forbidden",
  sender: "403 forbidden",
  viewer: "403 forbidden",
  admin: status,
});

export const managers = (status: 200 | 201 | 204): Verdicts => ({
  ...nobody,
  stranger: "403 forbidden",
  participant: "403 forbidden",
  sender: "403 forbidden",
  viewer: "403 forbidden",
  admin: "403 forbidden",
  manager: status,
});
