import { and, asc, count, eq, ilike, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { users } from "@/db/schema/users";
import { containing } from "./containing";

export type UserRow = typeof users.$inferSelect;
export type NewUser = Omit<typeof users.$inferInsert, "id" | "createdAt" | "modifiedAt">;

/** Set-up, seed and the last-superuser rule are decided one at a time. */
const accountsLock = 4_218_003;

export async function lockAccounts(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${accountsLock})`);
}

export async function selectUser(db: Db, id: number): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row;
}

export async function lockUser(tx: Db, id: number): Promise<UserRow | undefined> {
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for("update");
  return row;
}

/** By username, or else by e-mail address; case does not count. */
export async function selectUserByLogin(db: Db, login: string): Promise<UserRow | undefined> {
  const byName = sql`lower(${users.username}) = lower(${login})`;
  const byEmail = and(ne(users.email, ""), sql`lower(${users.email}) = lower(${login})`);
  const [row] = await db
    .select()
    .from(users)
    .where(or(byName, byEmail))
    .orderBy(sql`(${byName}) desc`)
    .limit(1);
  return row;
}

export async function selectDirectory(
  db: Db,
  { search, limit, offset }: { search?: string; limit: number; offset: number },
): Promise<{ count: number; rows: UserRow[] }> {
  const words = search ? containing(search) : undefined;
  const folded = sql`fold_text(${users.firstName} || ' ' || ${users.lastName}) like fold_text(${words ?? ""})`;
  const found = words === undefined ? undefined : or(folded, ilike(users.username, words), ilike(users.email, words));
  const where = and(eq(users.isActive, true), found);
  const [total] = await db.select({ count: count() }).from(users).where(where);
  const rows = await db
    .select()
    .from(users)
    .where(where)
    .orderBy(asc(sql`lower(coalesce(nullif(${users.firstName}, ''), ${users.username}))`), asc(users.id))
    .limit(limit)
    .offset(offset);
  return { count: total?.count ?? 0, rows };
}

export async function insertUser(db: Db, values: NewUser): Promise<UserRow> {
  const [row] = await db.insert(users).values(values).returning();
  if (!row) throw new Error("The user was not stored.");
  return row;
}

export async function updateUserRow(db: Db, id: number, values: Partial<NewUser>): Promise<UserRow | undefined> {
  const [row] = await db
    .update(users)
    .set({ ...values, modifiedAt: sql`clock_timestamp()` })
    .where(eq(users.id, id))
    .returning();
  return row;
}

export async function anyUsers(db: Db): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}

export async function otherSuperusers(db: Db, id: number): Promise<boolean> {
  const where = and(eq(users.role, "superuser"), eq(users.isActive, true), ne(users.id, id));
  return (await db.select({ id: users.id }).from(users).where(where).limit(1)).length > 0;
}
