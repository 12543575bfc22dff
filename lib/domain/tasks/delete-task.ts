import { deleteTaskRow } from "@/db/queries/tasks";
import { ChatError } from "@/lib/contract/errors";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { requirePermission } from "../require-permission";
import { archiveRoomsOf } from "../rooms/archive-rooms-of";

/** Hides a task and archives its rooms. Refuses with `forbidden` whoever is no manager, and with `not_found`. */
export async function deleteTask(ctx: Ctx, id: number): Promise<void> {
  requirePermission(ctx, "tasks.write");
  await commit(async (tx, emit) => {
    if (!(await deleteTaskRow(tx, id))) throw new ChatError("not_found", "There is no such task.");
    await archiveRoomsOf(tx, emit, ctx, { task: id });
    await recordAudit(tx, ctx, { action: "task.deleted", target: { type: "task", id } });
  });
}
