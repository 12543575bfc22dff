import { sql, type SQLWrapper } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { taskStatuses, taskTypes } from "@/lib/contract/shapes";
import { createdAt, instant, modifiedAt } from "./columns";
import { users } from "./users";

export const taskTypeEnum = pgEnum("task_type", taskTypes);
export const taskStatusEnum = pgEnum("task_status", taskStatuses);

/** A house. `deletedAt` hides it; its rooms are archived and keep their history. */
export const properties = pgTable("properties", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  address: text().notNull().default(""),
  createdAt: createdAt(),
  modifiedAt: modifiedAt(),
  deletedAt: instant("deleted_at"),
});

/** Nothing is to be done about the task any more. */
export const isOver = (status: SQLWrapper) => sql`${status} in ('completed', 'canceled')`;

export const tasks = pgTable(
  "tasks",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    title: text().notNull(),
    description: text().notNull().default(""),
    taskType: taskTypeEnum("task_type").notNull().default("other"),
    status: taskStatusEnum().notNull().default("pending"),
    propertyId: integer("property_id").references(() => properties.id),
    assignedToId: integer("assigned_to_id").references(() => users.id),
    createdById: integer("created_by_id").references(() => users.id),
    dueDate: instant("due_date"),
    createdAt: createdAt(),
    modifiedAt: modifiedAt(),
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    index("tasks_assigned_idx").on(t.assignedToId),
    index("tasks_property_idx").on(t.propertyId),
    index("tasks_due_idx")
      .on(sql`(${isOver(t.status)})`, t.dueDate, t.id)
      .where(sql`${t.deletedAt} is null`),
  ],
);
