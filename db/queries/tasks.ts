import { and, asc, count, desc, eq, ilike, isNull, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/database";
import { users } from "@/db/schema/users";
import { isOver, properties, tasks } from "@/db/schema/work";
import { containing } from "./containing";
import type { UserBrief } from "./messages";

export type TaskRow = typeof tasks.$inferSelect & { assignedTo: UserBrief | null; createdBy: UserBrief | null };
export type TaskValues = Partial<
  Pick<
    typeof tasks.$inferInsert,
    "title" | "description" | "taskType" | "status" | "propertyId" | "assignedToId" | "dueDate"
  >
>;
export type TaskFilter = {
  search?: string;
  status?: TaskRow["status"];
  task_type?: TaskRow["taskType"];
  property?: number;
  assigned_to?: number;
};
export type TaskOrder = "-created_at" | "due_date";

const assignee = alias(users, "assignee");
const creator = alias(users, "creator");
const assigneeBrief = {
  id: assignee.id,
  username: assignee.username,
  first_name: assignee.firstName,
  last_name: assignee.lastName,
  email: assignee.email,
};
const creatorBrief = {
  id: creator.id,
  username: creator.username,
  first_name: creator.firstName,
  last_name: creator.lastName,
  email: creator.email,
};
const shown = isNull(tasks.deletedAt);

const orders: Record<TaskOrder, SQL[]> = {
  "-created_at": [desc(tasks.id)],
  due_date: [isOver(tasks.status), asc(tasks.dueDate), asc(tasks.id)],
};
type Page = { ordering?: TaskOrder; limit: number; offset?: number };

/** The statement, for whoever wants to know how the database goes about it. */
export function tasksQuery(db: Db, where: SQL | undefined, { ordering = "-created_at", limit, offset = 0 }: Page) {
  return db
    .select({ task: tasks, assignedTo: assigneeBrief, createdBy: creatorBrief })
    .from(tasks)
    .leftJoin(assignee, eq(assignee.id, tasks.assignedToId))
    .leftJoin(creator, eq(creator.id, tasks.createdById))
    .where(where)
    .orderBy(...orders[ordering])
    .limit(limit)
    .offset(offset);
}

async function select(db: Db, where: SQL | undefined, page: Page): Promise<TaskRow[]> {
  const rows = await tasksQuery(db, where, page);
  return rows.map(({ task, assignedTo, createdBy }) => ({ ...task, assignedTo, createdBy }));
}

export async function selectTasks(
  db: Db,
  { limit, offset, ordering, ...filter }: TaskFilter & Required<Page>,
): Promise<{ count: number; rows: TaskRow[] }> {
  const words = filter.search ? containing(filter.search) : undefined;
  const where = and(
    shown,
    words === undefined ? undefined : or(ilike(tasks.title, words), ilike(tasks.description, words)),
    filter.status && eq(tasks.status, filter.status),
    filter.task_type && eq(tasks.taskType, filter.task_type),
    filter.property === undefined ? undefined : eq(tasks.propertyId, filter.property),
    filter.assigned_to === undefined ? undefined : eq(tasks.assignedToId, filter.assigned_to),
  );
  const [total] = await db.select({ count: count() }).from(tasks).where(where);
  return { count: total?.count ?? 0, rows: await select(db, where, { ordering, limit, offset }) };
}

export async function selectTask(db: Db, id: number): Promise<TaskRow | undefined> {
  return (await select(db, and(eq(tasks.id, id), shown), { limit: 1 }))[0];
}

/** The id of the new task. */
export async function insertTask(db: Db, values: typeof tasks.$inferInsert): Promise<number> {
  const [row] = await db.insert(tasks).values(values).returning({ id: tasks.id });
  if (!row) throw new Error("The task was not stored.");
  return row.id;
}

export async function updateTaskRow(db: Db, id: number, values: TaskValues): Promise<void> {
  await db
    .update(tasks)
    .set({ ...values, modifiedAt: sql`clock_timestamp()` })
    .where(and(eq(tasks.id, id), shown));
}

/** Holds the task until the transaction ends; false when there is no such task. */
export async function lockTask(tx: Db, id: number): Promise<boolean> {
  const rows = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, id), shown))
    .for("update");
  return rows.length > 0;
}

/** Hides the task; false when there is no such task. */
export async function deleteTaskRow(tx: Db, id: number): Promise<boolean> {
  const rows = await tx
    .update(tasks)
    .set({ deletedAt: sql`clock_timestamp()` })
    .where(and(eq(tasks.id, id), shown))
    .returning({ id: tasks.id });
  return rows.length > 0;
}

export async function propertyExists(db: Db, id: number): Promise<boolean> {
  const where = and(eq(properties.id, id), isNull(properties.deletedAt));
  return (await db.select({ id: properties.id }).from(properties).where(where)).length > 0;
}

export async function activeUserExists(db: Db, id: number): Promise<boolean> {
  const where = and(eq(users.id, id), eq(users.isActive, true));
  return (await db.select({ id: users.id }).from(users).where(where)).length > 0;
}
