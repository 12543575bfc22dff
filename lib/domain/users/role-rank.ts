import { ChatError } from "@/lib/contract/errors";
import type { Role } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";

const rank: Record<Role, number> = { viewer: 0, staff: 1, manager: 2, superuser: 3 };

/** Nobody gives a role above their own or changes an account that has one. */
export function requireRank(ctx: Ctx, role: Role): void {
  if (rank[role] > rank[ctx.role]) throw new ChatError("forbidden", "This role is above your own.");
}
