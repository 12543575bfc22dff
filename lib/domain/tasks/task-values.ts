import type { Db } from "@/db/database";
import { activeUserExists, propertyExists, type TaskValues } from "@/db/queries/tasks";
import { ChatError } from "@/lib/contract/errors";
import type { Task } from "@/lib/contract/shapes";

export type TaskInput = Partial<
  Pick<Task, "title" | "description" | "task_type" | "status" | "property" | "due_date">
> & {
  assigned_to?: number | null;
};

/** The row's values for what was given; refuses a house or an assignee that does not exist with `invalid_input`. */
export async function taskValues(db: Db, input: TaskInput): Promise<TaskValues> {
  const fields: Record<string, string[]> = {};
  if (input.property != null && !(await propertyExists(db, input.property))) {
    fields.property = ["There is no such property."];
  }
  if (input.assigned_to != null && !(await activeUserExists(db, input.assigned_to))) {
    fields.assigned_to = ["There is no such active person."];
  }
  if (Object.keys(fields).length > 0) throw new ChatError("invalid_input", "The input is not valid.", { fields });
  const { task_type, property, assigned_to, due_date, ...same } = input;
  return {
    ...same,
    ...(task_type !== undefined && { taskType: task_type }),
    ...(property !== undefined && { propertyId: property }),
    ...(assigned_to !== undefined && { assignedToId: assigned_to }),
    ...(due_date !== undefined && { dueDate: due_date }),
  };
}
