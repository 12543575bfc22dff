import { and, asc, count, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { users } from "@/db/schema/users";
import { anyOf } from "./any-of";
import { containing } from "./containing";
import { countPasskeys } from "./passkeys";
import { selectWithSecondFactor } from "./second-factors";
import type { UserRow } from "./users";

export type AccountFilter = {
  search?: string;
  status: "active" | "closed" | "all";
  role?: UserRow["role"];
};

/** Every account by name, with how many devices are signed in to it, and what else than a password it has. */
export async function selectAccounts(
  db: Db,
  { search, status, role }: AccountFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: { user: UserRow; devices: number; secondFactor: boolean; passkeys: number }[] }> {
  const conditions: (SQL | undefined)[] = [];
  if (status !== "all") conditions.push(eq(users.isActive, status === "active"));
  if (role !== undefined) conditions.push(eq(users.role, role));
  if (search !== undefined && search !== "") {
    const words = containing(search);
    const folded = sql`fold_text(${users.firstName} || ' ' || ${users.lastName}) like fold_text(${words})`;
    conditions.push(or(folded, ilike(users.username, words), ilike(users.email, words)));
  }
  const where = and(...conditions);
  const [total] = await db.select({ count: count() }).from(users).where(where);
  const name = sql`lower(coalesce(nullif(${users.firstName}, ''), ${users.username}))`;
  const found = await db
    .select()
    .from(users)
    .where(where)
    .orderBy(asc(name), asc(users.id))
    .limit(limit)
    .offset(offset);
  const ids = found.map(({ id }) => id);
  const devices = await db.execute<{ user_id: number; n: number }>(sql`
    select user_id, count(*)::int as n from sessions
    where user_id = ${anyOf(ids, "int")} and revoked_at is null and expires_at > clock_timestamp() group by user_id`);
  const withSecondFactor = await selectWithSecondFactor(db, ids);
  const passkeyCounts = await countPasskeys(db, ids);
  const counts = new Map(devices.map(({ user_id, n }) => [user_id, n]));
  const rows = found.map((user) => ({
    user,
    devices: counts.get(user.id) ?? 0,
    secondFactor: withSecondFactor.has(user.id),
    passkeys: passkeyCounts.get(user.id) ?? 0,
  }));
  return { count: total?.count ?? 0, rows };
}

/** Names and addresses, in lower case, that somebody has already. */
export async function selectTaken(
  db: Db,
  { names, emails }: { names: string[]; emails: string[] },
): Promise<{ names: Set<string>; emails: Set<string> }> {
  const rows = await db.execute<{ username: string; email: string }>(sql`
    select lower(username) as username, lower(email) as email from users
    where lower(username) = any(${sql.param(names)}::text[]) or lower(email) = any(${sql.param(emails)}::text[])`);
  return { names: new Set(rows.map((row) => row.username)), emails: new Set(rows.map((row) => row.email)) };
}
