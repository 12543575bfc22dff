import { permissionWords } from "@/lib/contract/permission-words";
import {
  type Action,
  type HouseAction,
  permissions,
  pinMay,
  type RoomAction,
  ruleOf,
} from "@/lib/contract/permissions";
import { roles } from "@/lib/contract/roles";

const words = {
  always: "yes",
  rank: "yes, not of somebody above",
  own: "their own",
  participant: "yes",
  author: "their own",
  author_or_admin: "their own; room admins any",
  admin: "room admins",
  never: "no",
} as const;

const all = Object.keys(permissions) as Action[];
const ofHouse = all.filter((action): action is HouseAction => ruleOf(action).scope === "house");
const ofRoom = all.filter((action): action is RoomAction => ruleOf(action).scope === "room");

/** docs/PERMISSIONS.md, made from the table that the checks read. */
export function permissionsDocument(): string {
  const cells = (action: Action) => roles.map((role) => words[ruleOf(action).by[role]]);
  return [
    "# Who may do what",
    "Made from `lib/contract/permissions.ts`, which every check reads; do not edit it here. `npx vitest run lib/http/documents -u` writes it anew.",
    "## In the house",
    table(
      ["may", ...roles],
      ofHouse.map((action) => [permissionWords[action], ...cells(action)]),
    ),
    `Whoever came in by a PIN at a shared device may not, whatever their role: ${ofHouse
      .filter((action) => !pinMay(action))
      .map((action) => permissionWords[action])
      .join("; ")}.`,
    "## In a room that one is in",
    "Nobody reaches a room in which they are not, whatever their role: that is refused with `not_participant`.",
    "An archived room is refused with `room_archived`; whoever is silenced with `silenced`; who is no admin of an announcement room with `only_admins_write`; two of whom one has blocked the other, in their direct room, with `blocked`.",
    table(
      ["may", ...roles, "when archived", "when silenced", "in announcement rooms", "when blocked"],
      ofRoom.map((action) => {
        const { archived, silenced, announced, blocked } = ruleOf(action);
        const goesOn = [archived, silenced].map((on) => (on ? "yes" : "no"));
        return [
          permissionWords[action],
          ...cells(action),
          ...goesOn,
          announced ? "yes" : "room admins",
          blocked ? "yes" : "no",
        ];
      }),
    ),
  ].join("\n\n");
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
