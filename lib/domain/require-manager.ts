import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "./ctx";

/** Houses, tasks and accounts are written by managers and superusers. */
export function requireManager(ctx: Ctx): void {
  if (ctx.role !== "manager" && ctx.role !== "superuser")
    throw new ChatError("forbidden", "Only a manager can do this.");
}
