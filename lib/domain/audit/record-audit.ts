import type { Db } from "@/db/database";
import { insertAudit } from "@/db/queries/audit";
import type { AuditAction } from "@/lib/contract/audit-actions";
import type { AuditDetail } from "@/lib/contract/audit-details";
import type { Ctx } from "../ctx";

type Doer = Pick<Ctx, "userId" | "username" | "address">;
type Recorded = {
  action: AuditAction;
  target: {
    type: "person" | "room" | "message" | "task" | "property" | "invite" | "report" | "device" | "house";
    id: number | string;
  };
  /** Never a password, a token or a message's text. */
  details?: Partial<Record<AuditDetail, unknown>>;
};

/**
 * Notes who did what to whom, in the transaction that does it: both are there, or neither. Call it last, since the log is
 * written by one transaction at a time.
 */
export async function recordAudit(
  tx: Db,
  by: Doer | "operator" | "automatic",
  { action, target, details }: Recorded,
): Promise<void> {
  const who =
    typeof by === "string"
      ? { actorId: null, actor: by, address: "" }
      : { actorId: by.userId, actor: by.username, address: by.address ?? "" };
  await insertAudit(tx, {
    ...who,
    action,
    targetType: target.type,
    targetId: String(target.id),
    details: details ?? {},
  });
}
