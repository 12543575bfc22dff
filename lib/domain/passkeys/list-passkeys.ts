import { database } from "@/db/database";
import { selectPasskeys } from "@/db/queries/passkeys";
import type { Passkey } from "@/lib/contract/passkey";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentPasskey } from "./present-passkey";

/** The caller's passkeys, the oldest first: at most a handful. */
export async function listPasskeys(ctx: Ctx): Promise<{ results: Passkey[] }> {
  requirePermission(ctx, "account.secure", { own: true });
  return { results: (await selectPasskeys(database().db, ctx.userId)).map(presentPasskey) };
}
