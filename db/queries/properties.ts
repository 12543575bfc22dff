import { and, asc, count, eq, ilike, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { properties } from "@/db/schema/work";
import { containing } from "./containing";

export type PropertyRow = typeof properties.$inferSelect;
export type PropertyValues = { name?: string; address?: string };

const shown = isNull(properties.deletedAt);

export async function selectProperties(
  db: Db,
  { search, limit, offset }: { search?: string; limit: number; offset: number },
): Promise<{ count: number; rows: PropertyRow[] }> {
  const words = search ? containing(search) : undefined;
  const where = and(
    shown,
    words === undefined ? undefined : or(ilike(properties.name, words), ilike(properties.address, words)),
  );
  const [total] = await db.select({ count: count() }).from(properties).where(where);
  const rows = await db
    .select()
    .from(properties)
    .where(where)
    .orderBy(asc(properties.name), asc(properties.id))
    .limit(limit)
    .offset(offset);
  return { count: total?.count ?? 0, rows };
}

export async function selectProperty(db: Db, id: number): Promise<PropertyRow | undefined> {
  const [row] = await db
    .select()
    .from(properties)
    .where(and(eq(properties.id, id), shown));
  return row;
}

export async function insertProperty(db: Db, values: { name: string; address?: string }): Promise<PropertyRow> {
  const [row] = await db.insert(properties).values(values).returning();
  if (!row) throw new Error("The property was not stored.");
  return row;
}

/** Undefined when there is no such property. */
export async function updatePropertyRow(db: Db, id: number, values: PropertyValues): Promise<PropertyRow | undefined> {
  const [row] = await db
    .update(properties)
    .set({ ...values, modifiedAt: sql`clock_timestamp()` })
    .where(and(eq(properties.id, id), shown))
    .returning();
  return row;
}

/** Hides the house; false when there is no such house. */
export async function deletePropertyRow(tx: Db, id: number): Promise<boolean> {
  const rows = await tx
    .update(properties)
    .set({ deletedAt: sql`clock_timestamp()` })
    .where(and(eq(properties.id, id), shown))
    .returning({ id: properties.id });
  return rows.length > 0;
}
