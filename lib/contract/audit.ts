import { z } from "zod";
import { id, roomType, time, uuid } from "./shapes";

/** One line of the audit log. `action` may be one that a later version knows. */
export const auditEntry = z
  .object({
    id: z.int(),
    at: time,
    /** Null for the operator's command line. */
    actor_id: id.nullable(),
    actor: z.string(),
    /** What the doer is called today. */
    actor_name: z.string().nullable(),
    action: z.string(),
    target_type: z.string(),
    target_id: z.string(),
    /** Of a task, a house, an invitation or a shared device, also of one that is deleted. */
    target_name: z.string().nullable(),
    /** Whom it was done to, and in which chat; one between two people has no name of its own here. */
    person_name: z.string().nullable(),
    room: z.object({ id: uuid, name: z.string(), room_type: roomType }).nullable(),
    details: z.record(z.string(), z.unknown()),
    /** What people are called whom the details have by number, by the detail's name. */
    names: z.record(z.string(), z.string()),
    /** Where the call came from; empty for the command line. */
    address: z.string(),
  })
  .meta({ id: "AuditEntry" });

export type AuditEntry = z.infer<typeof auditEntry>;
