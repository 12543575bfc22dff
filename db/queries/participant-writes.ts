import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { NotifyLevel } from "@/lib/contract/shapes";

export async function setAdmin(tx: Db, id: number, isAdmin: boolean): Promise<void> {
  await tx.execute(sql`update participants set is_admin = ${isAdmin} where id = ${id}`);
}

export async function setMuted(tx: Db, id: number, muted: boolean, until: string | null): Promise<void> {
  await tx.execute(
    sql`update participants set is_muted = ${muted}, muted_until = ${until}::timestamptz where id = ${id}`,
  );
}

/** What is stored then, or undefined where that was so already. A silence that is over counts as none. */
export async function setSilencedUntil(tx: Db, id: number, until: string | null): Promise<string | null | undefined> {
  const [row] = await tx.execute<{ until: string | null }>(sql`
    update participants set silenced_until = ${until}::timestamptz
    where id = ${id} and case when silenced_until > clock_timestamp() then silenced_until end
      is distinct from ${until}::timestamptz
    returning silenced_until::text as until`);
  return row && row.until;
}

export async function setNotify(tx: Db, id: number, notify: NotifyLevel): Promise<void> {
  await tx.execute(sql`update participants set notify = ${notify} where id = ${id}`);
}
