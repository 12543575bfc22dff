import { type HouseLimit, houseLimitNames } from "./house-limits";

/** What the audit log tells of a deed besides who and whom. Each has its word in the catalogues. */
const ofDeeds = [
  "username",
  "first_name",
  "last_name",
  "email",
  "role",
  "task_group",
  "imported",
  "person",
  "sender",
  "room",
  "invited_by",
  "link_by",
  "report",
  "held",
  "invite",
  "rule",
  "removed",
  "added",
  "reason",
  "until",
  "name",
  "device",
  "devices",
  "passkeys",
  "platform",
  "issuer",
  "left",
  "from",
  "max_uses",
  "hours",
  "rows",
  "upload_mb_per_day",
  "file_mb",
  "lock_minutes",
  "message_days",
] as const;

export type AuditDetail = (typeof ofDeeds)[number] | `limits.${HouseLimit}`;

const known: ReadonlySet<string> = new Set([...ofDeeds, ...houseLimitNames.map((limit) => `limits.${limit}`)]);

/** False for one of a later version. */
export const isAuditDetail = (name: string): name is AuditDetail => known.has(name);
