import { database } from "@/db/database";
import { type NewUser, updateUserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentMe } from "./present-me";

type Given = Partial<
  Pick<
    Me & Me["presence"],
    | "first_name"
    | "last_name"
    | "locale"
    | "timezone"
    | "avatar_url"
    | "quiet_hours"
    | "do_not_disturb"
    | "on_duty"
    | "notification_text"
    | "keywords"
    | "mail_after"
  >
>;

/** Changes one's own profile. */
export async function updateMe(ctx: Ctx, given: Given): Promise<Me> {
  const values: Partial<NewUser> = {
    ...(given.first_name !== undefined && { firstName: given.first_name }),
    ...(given.last_name !== undefined && { lastName: given.last_name }),
    ...(given.locale !== undefined && { locale: given.locale }),
    ...(given.timezone !== undefined && { timezone: given.timezone }),
    ...(given.avatar_url !== undefined && { avatarUrl: given.avatar_url }),
    ...(given.quiet_hours !== undefined && { quietHours: given.quiet_hours }),
    ...(given.do_not_disturb !== undefined && { doNotDisturb: given.do_not_disturb }),
    ...(given.on_duty !== undefined && { onDuty: given.on_duty }),
    ...(given.notification_text !== undefined && { notificationText: given.notification_text }),
    ...(given.mail_after !== undefined && { mailAfter: given.mail_after }),
    ...(given.keywords !== undefined && { keywords: [...new Set(given.keywords)] }),
  };
  const row = await updateUserRow(database().db, ctx.userId, values);
  if (!row) throw new ChatError("unauthorized", "Sign in first.");
  return presentMe(row);
}
