import { database } from "@/db/database";
import { selectUser } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Invite, MadeCode } from "@/lib/contract/invites";
import type { Role, TaskGroup } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { makeCode } from "./make-code";
import { presentInvite } from "./present-invite";

type Given = { role: Role; task_group: TaskGroup; label: string; max_uses: number; hours: number };

/** Makes an invitation, to no role above the caller's. Refuses with `forbidden`. */
export async function createInvite(ctx: Ctx, given: Given): Promise<MadeCode & { invite: Invite }> {
  requirePermission(ctx, "people.invite", { role: given.role });
  return database().db.transaction(async (tx) => {
    const maker = await selectUser(tx, ctx.userId);
    if (!maker) throw new ChatError("unauthorized", "Sign in first.");
    const { role, task_group: taskGroup, label, max_uses: maxUses, hours } = given;
    const values = { kind: "join", role, taskGroup, label, maxUses, hours, createdById: maker.id } as const;
    const { row, made } = await makeCode(tx, values);
    await recordAudit(tx, ctx, {
      action: "invite.created",
      target: { type: "invite", id: row.id },
      details: { role, max_uses: maxUses, hours },
    });
    return { ...made, invite: presentInvite({ invite: row, maker, fit: true }) };
  });
}
