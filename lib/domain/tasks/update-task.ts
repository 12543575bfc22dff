import { lockTask, selectTask, updateTaskRow } from "@/db/queries/tasks";
import { ChatError } from "@/lib/contract/errors";
import type { Task } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { announceChange } from "./announce-change";
import { presentTask } from "./present-task";
import { taskValues, type TaskInput } from "./task-values";

/**
 * Managers change everything, staff the status of tasks that are assigned to them. The task's rooms are told in the same
 * transaction. Refuses with `forbidden`, `not_found`, and an unknown house or assignee with `invalid_input`.
 */
export async function updateTask(ctx: Ctx, { id, ...input }: TaskInput & { id: number }): Promise<Task> {
  return commit(async (tx, emit) => {
    const gone = () => new ChatError("not_found", "There is no such task.");
    if (!(await lockTask(tx, id))) throw gone();
    const before = await selectTask(tx, id);
    const onlyStatus = Object.keys(input).every((key) => key === "status");
    const own = before?.assignedToId === ctx.userId;
    requirePermission(ctx, onlyStatus ? "tasks.status" : "tasks.write", { own });
    await updateTaskRow(tx, id, await taskValues(tx, input));
    const after = await selectTask(tx, id);
    if (!before || !after) throw gone();
    const [was, is] = [presentTask(before), presentTask(after)];
    await announceChange(tx, emit, ctx, was, is);
    return is;
  });
}
