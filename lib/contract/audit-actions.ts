/** Everything that the audit log tells of. */
export const auditActions = [
  "house.set_up",
  "house.settings_changed",
  "audit.exported",
  "person.created",
  "person.changed",
  "person.deactivated",
  "person.reactivated",
  "person.password_set",
  "person.password_changed",
  "person.signed_out",
  "person.joined",
  "person.password_link_made",
  "person.identity_linked",
  "invite.created",
  "invite.revoked",
  "room.archived",
  "room.unarchived",
  "participant.removed",
  "participant.admin_given",
  "participant.admin_taken",
  "message.removed",
  "message.made_urgent",
  "task.deleted",
  "property.deleted",
] as const;

export type AuditAction = (typeof auditActions)[number];
