import { database, type Db } from "@/db/database";
import { selectTask } from "@/db/queries/tasks";
import { ChatError } from "@/lib/contract/errors";
import type { Task } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentTask } from "./present-task";

/** Refuses with `not_found`. */
export async function getTask(_ctx: Ctx, id: number, db: Db = database().db): Promise<Task> {
  const row = await selectTask(db, id);
  if (!row) throw new ChatError("not_found", "There is no such task.");
  return presentTask(row);
}
