import type { Place } from "@/lib/contract/permissions";
import type { Role } from "@/lib/contract/shapes";

/** Where somebody stands: their role in the house, their place in the room that a call is about, and whether they may be here. */
export type Standing = { role: Role; place: Place; closed?: true };

/**
 * Who calls. The staff are the stranger to the room, who was removed from it, who is in it (`participant`), who also wrote the
 * message (`sender`) and who runs it (`admin`).
 */
export const actors = {
  /** No token, no cookie. */
  nobody: null,
  /** Was in the room when the account was closed; still has the token and the cookie of then. */
  deactivated: { role: "staff", place: "participant", closed: true },
  stranger: { role: "staff", place: "outside" },
  /** Was in the room until an admin removed them. */
  removed: { role: "staff", place: "outside" },
  viewer: { role: "viewer", place: "participant" },
  participant: { role: "staff", place: "participant" },
  sender: { role: "staff", place: "participant" },
  admin: { role: "staff", place: "admin" },
  /** By their role nobody is in a room. */
  manager: { role: "manager", place: "outside" },
  superuser: { role: "superuser", place: "outside" },
} as const satisfies Record<string, Standing | null>;

export type Actor = keyof typeof actors;
export type Known = Exclude<Actor, "nobody">;

export const actorNames = Object.keys(actors) as Actor[];

export function standingOf(actor: Actor): Standing | null {
  return actors[actor];
}
