import { errorCodes, type ErrorCode } from "@/lib/contract/errors";
import { type HouseAction, type RoomAction, ruleOf } from "@/lib/contract/permissions";
import type { Role } from "@/lib/contract/shapes";
import { type Actor, type Standing, standingOf } from "./actors";

/**
 * What a way in asks of who comes: nothing; to be signed in; what permissions.ts says of an action in the house (with what
 * is `own` to one of the actors, or about somebody of a role) or in a room.
 */
type Asked =
  | { asks: "nothing" }
  | { asks: "sign-in" }
  | { asks: "never"; code: ErrorCode }
  | { asks: "house"; action: HouseAction; own?: Actor | "everybody"; about?: Role }
  | { asks: "room"; action: RoomAction; own?: Actor };

/** `but` names what an actor meets for another reason than the table. */
export type Door = Asked & { but?: Partial<Record<Actor, ErrorCode>> };

/** From the most to the least. */
const ranks: readonly Role[] = ["superuser", "manager", "staff", "viewer"];

/** What the table gives, read once more: the code that reads it is under test. */
function granted(door: Extract<Asked, { asks: "house" | "room" }>, actor: Actor, { role, place }: Standing): boolean {
  const own = door.own === actor || door.own === "everybody";
  if (door.asks === "house") {
    const notAbove = ranks.indexOf(door.about ?? "staff") >= ranks.indexOf(role);
    return { always: true, own, rank: notAbove, never: false }[ruleOf(door.action).by[role]];
  }
  const admin = place === "admin";
  const grants = { participant: true, author: own, author_or_admin: own || admin, admin, never: false };
  return grants[ruleOf(door.action).by[role]];
}

/** The refusal that an actor meets at a door; undefined where they get in. */
export function refusalOf(door: Door, actor: Actor): ErrorCode | undefined {
  const special = door.but?.[actor];
  if (special) return special;
  if (door.asks === "nothing") return undefined;
  if (door.asks === "never") return door.code;
  const standing = standingOf(actor);
  if (!standing || standing.closed) return "unauthorized";
  if (door.asks === "sign-in") return undefined;
  if (door.asks === "room" && standing.place === "outside") return "not_participant";
  return granted(door, actor, standing) ? undefined : "forbidden";
}

type Success = 200 | 201 | 204;
/** A status, with the code of a refusal. */
export type Verdict = Success | `${number} ${ErrorCode}`;

/** The same as REST says it: `403 forbidden`, or the status of a success. */
export function verdictOf(door: Door, actor: Actor, success: Success): Verdict {
  const code = refusalOf(door, actor);
  return code === undefined ? success : `${errorCodes[code].status} ${code}`;
}
