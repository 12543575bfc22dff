import { database } from "@/db/database";
import { selectTasks, type TaskFilter } from "@/db/queries/tasks";
import type { Task } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentTask } from "./present-task";

/** The tasks, newest first: everybody on the staff sees them. */
export async function listTasks(
  _ctx: Ctx,
  { page, page_size, ...filter }: TaskFilter & { page: number; page_size: number },
): Promise<{ count: number; results: Task[] }> {
  const offset = (page - 1) * page_size;
  const { count, rows } = await selectTasks(database().db, { ...filter, limit: page_size, offset });
  return { count, results: rows.map(presentTask) };
}
