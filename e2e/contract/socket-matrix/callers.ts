import type { ErrorCode } from "@/lib/contract/errors";
import type { Stage } from "../matrix/stage";

/** Who speaks on a socket; `removed` sat in the room until an admin removed them, with their sockets open. */
export const callers = ["stranger", "participant", "sender", "admin", "manager", "viewer", "removed"] as const;
export type Caller = (typeof callers)[number];

export type Verdicts = Partial<Record<Caller, "ok" | ErrorCode>>;

/** One line of a table: what is sent, and how it is answered to whom. */
export type SocketRow = {
  /** What is special about it; each command and frame has one that is `plain`. */
  when: string;
  send: (stage: Stage, caller: Caller) => object | Promise<object>;
  by: Verdicts;
};

const outside = { stranger: "not_participant", manager: "not_participant", removed: "not_participant" } as const;
const inside = { participant: "ok", sender: "ok", admin: "ok" } as const;

/** Those in the room, whose role may write. */
export const writers: Verdicts = { ...outside, ...inside, viewer: "forbidden" };
/** Those in the room. */
export const readers: Verdicts = { ...outside, ...inside, viewer: "ok" };
export const everybody: Verdicts = { ...readers, stranger: "ok", manager: "ok", removed: "ok" };
/** The sender of a message alone. */
export const its = (others: ErrorCode): Verdicts => ({
  ...writers,
  participant: others,
  admin: others,
  viewer: others,
});
