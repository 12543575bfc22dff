import type { UserRow } from "@/db/queries/users";
import { mailDelays } from "@/lib/contract/mail-delays";
import type { DirectoryUser, Me, User } from "@/lib/contract/shapes";
import { seenOf } from "@/lib/events/presence-state";
import { instant } from "../instant";
import { statusOf } from "../presence/status-of";
import { presentUser } from "../present-user";

/** The brief user of the contract from a whole row. */
export function briefOf(row: UserRow): User {
  const { id, username, email } = row;
  return presentUser({ id, username, email, first_name: row.firstName, last_name: row.lastName });
}

/** One's own profile. */
export function presentMe(row: UserRow): Me {
  return {
    ...presentDirectoryUser(row),
    first_name: row.firstName,
    last_name: row.lastName,
    is_active: row.isActive,
    is_superuser: row.role === "superuser",
    locale: row.locale,
    timezone: row.timezone,
    quiet_hours: row.quietHours,
    do_not_disturb: row.doNotDisturb,
    notification_text: row.notificationText,
    keywords: row.keywords,
    mail_after: mailDelays.find((delay) => delay === row.mailAfter) ?? null,
  };
}

/** An entry of the directory. Whoever is `apart` from the reader, by a block of either, is seen as away from it all. */
export function presentDirectoryUser(row: UserRow, apart = false): DirectoryUser {
  return {
    ...briefOf(row),
    role: row.role,
    task_group: row.taskGroup,
    avatar_url: row.avatarUrl,
    presence: apart
      ? { status: "offline", on_duty: false, last_active_at: null }
      : {
          status: statusOf(seenOf(row.id), row.doNotDisturb),
          on_duty: row.onDuty,
          last_active_at: instant(row.lastActiveAt),
        },
  };
}
