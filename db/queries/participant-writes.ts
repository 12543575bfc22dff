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

export async function setNotify(tx: Db, id: number, notify: NotifyLevel): Promise<void> {
  await tx.execute(sql`update participants set notify = ${notify} where id = ${id}`);
}
