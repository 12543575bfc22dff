import { sql, type SQL } from "drizzle-orm";
import type { Role } from "@/lib/contract/shapes";

/** About nobody above this role, and not about oneself; `p` is the alias of whom it is about. */
export const notAbove = (by: { userId: number; role: Role }): SQL =>
  sql`p.id <> ${by.userId} and p.role >= ${by.role}::role`;
