import { database } from "@/db/database";
import { lockTask, updateTaskRow } from "@/db/queries/tasks";
import { ChatError } from "@/lib/contract/errors";
import type { Task } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requireManager } from "../require-manager";
import { getTask } from "./get-task";
import { taskValues, type TaskInput } from "./task-values";

/**
 * Managers change everything, staff the status of tasks that are assigned to them.
 * Refuses with `forbidden`, `not_found`, and an unknown house or assignee with `invalid_input`.
 */
export async function updateTask(ctx: Ctx, { id, ...input }: TaskInput & { id: number }): Promise<Task> {
  return database().db.transaction(async (tx) => {
    const held = await lockTask(tx, id);
    if (!held) throw new ChatError("not_found", "There is no such task.");
    const onlyStatus = Object.keys(input).every((key) => key === "status");
    const ownStatus = ctx.role === "staff" && held.assignedToId === ctx.userId && onlyStatus;
    if (!ownStatus) requireManager(ctx);
    await updateTaskRow(tx, id, await taskValues(tx, input));
    return getTask(ctx, id, tx);
  });
}
