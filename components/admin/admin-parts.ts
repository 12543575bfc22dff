import { type HouseAction, roleMay } from "@/lib/contract/permissions";
import type { Role } from "@/lib/contract/shapes";

/** The pages under /admin, in their order, each with what one must be allowed to see it. */
const needs = {
  people: "people.change",
  invites: "people.invite",
  devices: "devices.share",
  rooms: "rooms.manage",
  push: "push.manage",
  reports: "reports.decide",
  held: "reports.decide",
  filter: "house.settings",
  audit: "audit.read",
  system: "house.system",
  settings: "house.settings",
} as const satisfies Record<string, HouseAction>;

export type AdminPart = keyof typeof needs;

/** Those that a role may see; none for whoever looks after nothing. */
export function adminParts(role: Role): AdminPart[] {
  return (Object.keys(needs) as AdminPart[]).filter((part) => roleMay(role, needs[part]));
}
