import type { Db } from "@/db/database";
import type { UserRow } from "@/db/queries/users";
import type { AuditDetail } from "@/lib/contract/audit-details";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";

/** Of these the log keeps both values; of the rest, which are personal, only that they were changed. */
const plain = { username: "username", role: "role", taskGroup: "task_group" } as const;
const personal = { email: "email", firstName: "first_name", lastName: "last_name" } as const;

/** Notes what an account's change has changed: nothing, when it was so before. */
export async function recordChange(tx: Db, ctx: Ctx, before: UserRow, after: UserRow): Promise<void> {
  const target = { type: "person", id: after.id } as const;
  const details: Partial<Record<AuditDetail, unknown>> = {};
  for (const [key, name] of Object.entries(plain) as [keyof typeof plain, AuditDetail][]) {
    if (before[key] !== after[key]) details[name] = [before[key], after[key]];
  }
  for (const [key, name] of Object.entries(personal) as [keyof typeof personal, AuditDetail][]) {
    if (before[key] !== after[key]) details[name] = "changed";
  }
  if (Object.keys(details).length > 0) await recordAudit(tx, ctx, { action: "person.changed", target, details });
  if (before.passwordHash !== after.passwordHash) await recordAudit(tx, ctx, { action: "person.password_set", target });
  if (before.isActive === after.isActive) return;
  await recordAudit(tx, ctx, { action: after.isActive ? "person.reactivated" : "person.deactivated", target });
}
