import { isNull, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/database";
import { tasks } from "@/db/schema/work";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { tasksQuery } from "./tasks";

await useTestDatabase();

it("finds the next tasks that are due by their index, however many there are", async () => {
  const { db } = database();
  await db.execute(sql`
    insert into tasks (title, status, due_date)
    select 't', (array['pending', 'completed', 'in-progress']::task_status[])[1 + n % 3],
      case when n % 5 > 0 then now() + n * interval '1 minute' end
    from generate_series(1, 20000) n`);
  await db.execute(sql`analyze tasks`);
  const query = tasksQuery(db, isNull(tasks.deletedAt), { ordering: "due_date", limit: 50 });
  const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`);
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("Index Scan using tasks_due_idx on tasks");
  expect(text).not.toMatch(/Sort/);
});
