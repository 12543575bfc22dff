import { database } from "@/db/database";
import { insertTask } from "@/db/queries/tasks";
import type { Task } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { getTask } from "./get-task";
import { taskValues, type TaskInput } from "./task-values";

/** Refuses with `forbidden` whoever is no manager, and an unknown house or assignee with `invalid_input`. */
export async function createTask(ctx: Ctx, input: TaskInput & { title: string }): Promise<Task> {
  requirePermission(ctx, "tasks.write");
  return database().db.transaction(async (tx) => {
    const values = await taskValues(tx, input);
    const id = await insertTask(tx, { ...values, title: input.title, createdById: ctx.userId });
    return getTask(ctx, id, tx);
  });
}
