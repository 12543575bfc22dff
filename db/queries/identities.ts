import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { identities } from "@/db/schema/identities";
import { users } from "@/db/schema/users";
import type { UserRow } from "./users";

type Identity = { issuer: string; subject: string };

export async function selectUserByIdentity(db: Db, { issuer, subject }: Identity): Promise<UserRow | undefined> {
  const [row] = await db
    .select(getTableColumns(users))
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row;
}

/** By the address alone: a username that looks like one is no proof. */
export async function lockUserByEmail(tx: Db, email: string): Promise<UserRow | undefined> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(ne(users.email, ""), sql`lower(${users.email}) = lower(${email})`))
    .for("update");
  return row;
}

/** Whether it was stored: not where the subject or the person has another link at this issuer. */
export async function insertIdentity(tx: Db, userId: number, identity: Identity): Promise<boolean> {
  const rows = await tx
    .insert(identities)
    .values({ userId, ...identity })
    .onConflictDoNothing()
    .returning({ id: identities.id });
  return rows.length > 0;
}

export async function deleteIdentities(tx: Db, userId: number): Promise<void> {
  await tx.delete(identities).where(eq(identities.userId, userId));
}
