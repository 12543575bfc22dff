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

/** `says` goes on after "may": it is read in the documentation. */
type HouseRule = { scope: "house"; says: string; by: Record<Role, HouseGrant> };
type RoomRule = {
  scope: "room";
  says: string;
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

const house = (says: string, by: Record<Role, HouseGrant>): HouseRule => ({ scope: "house", says, by });
const inRoom = (
  says: string,
  grant: RoomGrant,
  rest: { viewer: RoomGrant } & Omit<RoomRule, "scope" | "says" | "by">,
) => {
  const { viewer, ...facts } = rest;
  const by = { superuser: grant, manager: grant, staff: grant, viewer };
  return { scope: "room", says, by, ...facts } satisfies RoomRule;
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
  "people.list": house("look people up in the directory", everybody),
  "profile.change": house("see and change their own profile", oneself),
  "devices.manage": house("list their own devices, sign them out and choose which are notified", oneself),
  "account.secure": house("see and change their own password, second factor, passkeys and PIN", oneself),
  "devices.share": house("approve browsers as shared devices, list and end them", managers),
  "people.block": house("block people, and list whom they have blocked", everybody),
  "people.create": house("add a person, whose role is not above their own", byRank),
  "people.change": house("see closed accounts, and change, deactivate and reset a person", byRank),
  "people.invite": house("invite people, to a role not above their own", byRank),
  "people.devices": house("list a person's devices and sign them out", byRank),
  "rooms.manage": house("list rooms that they are not in, without their text, and archive them", managers),
  "push.manage": house("see which devices are notified and what did not arrive, and take a device off", superusers),
  "people.report": house("report a person to the moderators", everybody),
  "warnings.read": house("read what moderators told them, and say that they have", oneself),
  "held.own": house("see and take back their texts that moderators hold", oneself),
  "reports.decide": house("see what was reported or held, and decide about people who are not above them", byRank),
  "audit.read": house("read the audit log and take it out", superusers),
  "house.system": house("see how the installation is", superusers),
  "house.settings": house("change what is set for everybody", superusers),
  "properties.read": house("read properties", everybody),
  "properties.write": house("make, change and delete properties", managers),
  "tasks.read": house("read tasks", everybody),
  "tasks.write": house("make, change and delete tasks", managers),
  "tasks.status": house("change a task's status", { ...managers, staff: "own" }),
  "files.upload": house("upload files", writers),
  "rooms.create": house("make rooms", writers),

  "room.read": inRoom("read the room, its people, messages and files, and search and sync them", "participant", looks),
  "room.mark_read": inRoom("mark as read", "participant", looks),
  "room.typing": inRoom("show that they are typing", "participant", { ...looks, ...stops, archived: true }),
  "room.mute": inRoom("mute the room for themselves, and choose what of it they are told of", "author", {
    ...looks,
    viewer: "author",
  }),
  "room.leave": inRoom("leave", "participant", { ...looks, changes: true }),
  "message.send": inRoom("send messages", "participant", writes),
  "message.edit": inRoom("edit a message", "author", writes),
  "message.delete": inRoom("delete a message", "author_or_admin", { ...writes, ...goesOn, archived: false }),
  "message.react": inRoom("react", "participant", { ...writes, announced: true }),
  "message.urgent": inRoom("make a message urgent, with a reason", "author", writes),
  "message.report": inRoom("report a message of somebody else to the moderators", "participant", looks),
  "message.pin": inRoom("pin and unpin", "participant", writes),
  "room.update": inRoom("change name and description, and who may write", "admin", {
    ...writes,
    ...goesOn,
    archived: false,
    blocked: false,
  }),
  "room.archive": inRoom("archive and unarchive", "admin", runs),
  "participant.add": inRoom("bring people in", "admin", { ...writes, ...goesOn, archived: false }),
  "participant.update": inRoom("make room admins, and ordinary participants again", "admin", runs),
  "participant.silence": inRoom("silence people for a time, and let them write again", "admin", runs),
  "participant.remove": inRoom("remove people", "admin", runs),
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
