import { ChatError } from "@/lib/contract/errors";
import { houseMay, pinMay, roleMay, ruleOf, type Action, type HouseAction } from "@/lib/contract/permissions";
import type { Role } from "@/lib/contract/shapes";
import type { Ctx } from "./ctx";

/** Refuses with `forbidden` a role that never may. What else the rule asks is checked where it can be known. */
export function requireRole(ctx: Ctx, action: Action): void {
  if (!roleMay(ctx.role, action)) throw new ChatError("forbidden", refusal(ctx, action));
  if (ctx.byPin && !pinMay(action)) {
    throw new ChatError("forbidden", "This is not possible with a PIN. Sign in with your password.");
  }
}

/** Refuses with `forbidden` what the table of permissions does not give to the caller's role. */
export function requirePermission(ctx: Ctx, action: HouseAction, about: { own?: boolean; role?: Role } = {}): void {
  requireRole(ctx, action);
  if (houseMay(ctx.role, action, about)) return;
  const rank = ruleOf(action).by[ctx.role] === "rank";
  throw new ChatError("forbidden", rank ? "This role is above your own." : refusal(ctx, action));
}

function refusal(ctx: Ctx, action: Action): string {
  if (ctx.role === "viewer" && roleMay("staff", action)) return "Your role reads only.";
  return roleMay("manager", action) ? "Only a manager can do this." : "Only a superuser can do this.";
}
