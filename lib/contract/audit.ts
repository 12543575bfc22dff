import { z } from "zod";
import { id, time } from "./shapes";

/** One line of the audit log. `action` may be one that a later version knows. */
export const auditEntry = z
  .object({
    id: z.int(),
    at: time,
    /** Null for the operator's command line. */
    actor_id: id.nullable(),
    actor: z.string(),
    action: z.string(),
    target_type: z.string(),
    target_id: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** Where the call came from; empty for the command line. */
    address: z.string(),
  })
  .meta({ id: "AuditEntry" });

export type AuditEntry = z.infer<typeof auditEntry>;
