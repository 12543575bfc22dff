import { database } from "@/db/database";
import { selectTasks, type TaskFilter, type TaskOrder } from "@/db/queries/tasks";
import type { Task } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentTask } from "./present-task";

/**
 * The tasks: everybody on the staff sees them. The newest first, or by the date they are due: what is late before all,
 * what has no date after what has one, and what is done or called off at the end.
 */
export async function listTasks(
  _ctx: Ctx,
  {
    page,
    page_size,
    ordering = "-created_at",
    ...filter
  }: TaskFilter & { ordering?: TaskOrder; page: number; page_size: number },
): Promise<{ count: number; results: Task[] }> {
  const offset = (page - 1) * page_size;
  const { count, rows } = await selectTasks(database().db, { ...filter, ordering, limit: page_size, offset });
  return { count, results: rows.map(presentTask) };
}
