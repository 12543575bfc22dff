import { z } from "zod";
import { id, time } from "./shapes";

/** Everything that the audit log tells of. */
export const auditActions = [
  "house.set_up",
  "person.created",
  "person.changed",
  "person.deactivated",
  "person.reactivated",
  "person.password_set",
  "person.password_changed",
  "person.signed_out",
  "room.archived",
  "room.unarchived",
  "participant.removed",
  "participant.admin_given",
  "participant.admin_taken",
  "message.removed",
  "task.deleted",
  "property.deleted",
] as const;

export type AuditAction = (typeof auditActions)[number];

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
    /** Where the call came from; empty for sockets and the command line. */
    address: z.string(),
  })
  .meta({ id: "AuditEntry" });

export type AuditEntry = z.infer<typeof auditEntry>;
