import type { ErrorCode } from "@/lib/contract/errors";
import type { serverFrames } from "@/lib/contract/server-frames";
import type { Actor } from "../matrix/actors";
import type { Stage } from "../matrix/stage";

type Sent = (stage: Stage, actor: Actor) => object | Promise<object>;
type Verdicts = Partial<Record<Actor, "ok" | ErrorCode>>;

/** The ordinary form of a command or frame: what each actor is answered follows from its line in doors.ts. */
export type PlainSent = {
  send: Sent;
  /** What makes it possible once more, where that is not so by itself. */
  undo?: Sent;
  when?: never;
  by?: never;
};

/** One more line of a table: what is sent that has something special about it, and how it is answered to whom. */
export type SocketRow = { when: string; send: Sent; by: Verdicts };

/** The frame that answers one: to its sender, or to the others, who alone hear of typing. */
export type Answered = { to: "self" | "others"; type: keyof typeof serverFrames };
