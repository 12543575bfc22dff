import type { TaskRow } from "@/db/queries/tasks";
import type { Task } from "@/lib/contract/shapes";
import { instant } from "../instant";
import { presentUser } from "../present-user";

export function presentTask(row: TaskRow): Task {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    task_type: row.taskType,
    status: row.status,
    property: row.propertyId,
    assigned_to: row.assignedTo && presentUser(row.assignedTo),
    created_by: row.createdBy && presentUser(row.createdBy),
    due_date: instant(row.dueDate),
    created_at: instant(row.createdAt),
    modified_at: instant(row.modifiedAt),
  };
}
