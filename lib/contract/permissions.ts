import { roles } from "./roles";
import type { Role } from "./shapes";

/** Where somebody stands towards a room. */
export type Place = "outside" | "participant" | "admin";

/**
 * What a role may do in the house: `always`; `rank`: with people who are not above oneself; `own`: with what is one's
 * own; `never`.
 */
type HouseGrant = "always" | "rank" | "own" | "never";
/**
 * What a role may do in a room that it is in: as any `participant`; as the one who made it (`author`); as that or a room
 * admin (`author_or_admin`); as a room `admin`; `never`.
 */
type RoomGrant = "participant" | "author" | "author_or_admin" | "admin" | "never";

type HouseRule = { scope: "house"; by: Record<Role, HouseGrant> };
type RoomRule = {
  scope: "room";
  by: Record<Role, RoomGrant>;
  /** Whether it goes on in an archived room, … */
  archived: boolean;
  /** … while one is silenced there, … */
  silenced: boolean;
  /** … for those who are no admins of an announcement room, … */
  announced: boolean;
  /** … and between two of whom one has blocked the other, in their direct room. */
  blocked: boolean;
  /** Whoever changes a room or a membership holds the room's row; who looks or notes something of their own does not. */
  changes: boolean;
};

const house = (by: Record<Role, HouseGrant>): HouseRule => ({ scope: "house", by });
const inRoom = (grant: RoomGrant, rest: { viewer: RoomGrant } & Omit<RoomRule, "scope" | "by">) => {
  const { viewer, ...facts } = rest;
  const by = { superuser: grant, manager: grant, staff: grant, viewer };
  return { scope: "room", by, ...facts } satisfies RoomRule;
};

const everybody = { superuser: "always", manager: "always", staff: "always", viewer: "always" } as const;
const oneself = { superuser: "own", manager: "own", staff: "own", viewer: "own" } as const;
const writers = { superuser: "always", manager: "always", staff: "always", viewer: "never" } as const;
const managers = { superuser: "always", manager: "always", staff: "never", viewer: "never" } as const;
const superusers = { superuser: "always", manager: "never", staff: "never", viewer: "never" } as const;
const byRank = { superuser: "rank", manager: "rank", staff: "never", viewer: "never" } as const;

const goesOn = { archived: true, silenced: true, announced: true, blocked: true } as const;
const stops = { archived: false, silenced: false, announced: false, blocked: false } as const;
const looks = { viewer: "participant", ...goesOn, changes: false } as const;
const writes = { viewer: "never", ...stops, changes: true } as const;
const runs = { viewer: "never", ...goesOn, changes: true } as const;

/** The one table of who may do what. Nobody is in a room by their role: a superuser who is not in it stays outside. */
export const permissions = {
  "people.list": house(everybody),
  "profile.change": house(oneself),
  "devices.manage": house(oneself),
  "account.secure": house(oneself),
  "devices.share": house(managers),
  "people.block": house(everybody),
  "people.create": house(byRank),
  "people.change": house(byRank),
  "people.invite": house(byRank),
  "people.devices": house(byRank),
  "rooms.manage": house(managers),
  "push.manage": house(superusers),
  "people.report": house(everybody),
  "warnings.read": house(oneself),
  "held.own": house(oneself),
  "reports.decide": house(byRank),
  "audit.read": house(superusers),
  "house.system": house(superusers),
  "house.settings": house(superusers),
  "properties.read": house(everybody),
  "properties.write": house(managers),
  "tasks.read": house(everybody),
  "tasks.write": house(managers),
  "tasks.status": house({ ...managers, staff: "own" }),
  "files.upload": house(writers),
  "rooms.create": house(writers),

  "room.read": inRoom("participant", looks),
  "room.mark_read": inRoom("participant", looks),
  "room.typing": inRoom("participant", { ...looks, ...stops, archived: true }),
  "room.mute": inRoom("author", {
    ...looks,
    viewer: "author",
  }),
  "room.leave": inRoom("participant", { ...looks, changes: true }),
  "message.send": inRoom("participant", writes),
  "message.edit": inRoom("author", writes),
  "message.delete": inRoom("author_or_admin", { ...writes, ...goesOn, archived: false }),
  "message.react": inRoom("participant", { ...writes, announced: true }),
  "message.urgent": inRoom("author", writes),
  "message.report": inRoom("participant", looks),
  "message.pin": inRoom("participant", writes),
  "room.update": inRoom("admin", {
    ...writes,
    ...goesOn,
    archived: false,
    blocked: false,
  }),
  "room.archive": inRoom("admin", runs),
  "participant.add": inRoom("admin", { ...writes, ...goesOn, archived: false }),
  "participant.update": inRoom("admin", runs),
  "participant.silence": inRoom("admin", runs),
  "participant.remove": inRoom("admin", runs),
} as const satisfies Record<string, HouseRule | RoomRule>;

export type Action = keyof typeof permissions;
type OfScope<S extends "house" | "room"> = {
  [A in Action]: (typeof permissions)[A]["scope"] extends S ? A : never;
}[Action];
export type HouseAction = OfScope<"house">;
export type RoomAction = OfScope<"room">;

/** The rule of an action, in its general form. */
export function ruleOf(action: HouseAction): HouseRule;
export function ruleOf(action: RoomAction): RoomRule;
export function ruleOf(action: Action): HouseRule | RoomRule;
export function ruleOf(action: Action): HouseRule | RoomRule {
  return permissions[action];
}

/** What of the house is open to whoever came in by a PIN at a shared device. The rest takes one's password. */
const byPin: ReadonlySet<string> = new Set<HouseAction>([
  "people.list",
  "profile.change",
  "people.block",
  "people.report",
  "warnings.read",
  "held.own",
  "properties.read",
  "properties.write",
  "tasks.read",
  "tasks.write",
  "tasks.status",
  "files.upload",
  "rooms.create",
]);

/** Whether it may be done in a session that was opened by a PIN: writing in rooms may. */
export const pinMay = (action: Action): boolean => ruleOf(action).scope === "room" || byPin.has(action);

/** Whether a role may do it at all, wherever the person stands. */
export function roleMay(role: Role, action: Action): boolean {
  return ruleOf(action).by[role] !== "never";
}

/** Whether somebody at this place of a room may, with what is theirs or not. The room's archive is not looked at. */
export function placeMay(role: Role, action: RoomAction, place: Place, own: boolean): boolean {
  if (place === "outside") return false;
  switch (ruleOf(action).by[role]) {
    case "participant":
      return true;
    case "author":
      return own;
    case "author_or_admin":
      return own || place === "admin";
    case "admin":
      return place === "admin";
    case "never":
      return false;
  }
}

/** Whether a role may do it in the house: with something of one's own or not, with somebody of this role. */
export function houseMay(role: Role, action: HouseAction, about: { own?: boolean; role?: Role } = {}): boolean {
  switch (ruleOf(action).by[role]) {
    case "always":
      return true;
    case "rank":
      return about.role === undefined || roles.indexOf(about.role) >= roles.indexOf(role);
    case "own":
      return about.own ?? false;
    case "never":
      return false;
  }
}
