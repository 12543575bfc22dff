import { database } from "@/db/database";
import { claimMail, type Mailed, unclaimMail } from "@/db/queries/mail-digests";
import { selectNotices } from "@/db/queries/notices";
import { config } from "@/lib/config/config";
import { type Mail, sendMail } from "@/lib/mail/send-mail";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";
import { pushWords } from "./push-words";
import { unsubscribeToken } from "./unsubscribe-token";

const most = 20;
const longest = 200;

/**
 * One e-mail with the mentions that somebody left unread. That they are told is noted first, and taken back when the mail
 * server refuses; then the job is tried again. A process that dies in between has told nothing: the mentions stay in the app.
 */
export async function mailDigest(user: number): Promise<void> {
  const { db } = database();
  const person = await claimMail(db, user);
  if (!person) return;
  try {
    const mail = await compose(user, person);
    if (mail) await sendMail(mail);
  } catch (error) {
    await unclaimMail(db, user, person.since);
    throw error;
  }
}

async function compose(user: number, person: Mailed): Promise<Mail | null> {
  const unread = await selectNotices(database().db, user, { unread: true, told: true, limit: 100 });
  const mentions = unread.filter(({ kind, at }) => kind === "mention" && (!person.since || at > person.since));
  if (mentions.length === 0) return null;
  const t = pushWords(person.locale);
  const { APP_URL } = config();
  const lines = mentions.slice(0, most).flatMap(({ actor, room, message }) => {
    const who = `${actor ? presentUser(actor).full_name : ""} · ${displayName(room)}`;
    const said = person.notification_text ? [(message?.content ?? "").slice(0, longest)] : [];
    return [who, ...said, `${APP_URL}/chat/${room.id}?message=${message?.id}`, ""];
  });
  const token = `token=${unsubscribeToken(user)}`;
  return {
    to: person.email,
    subject: t("mailSubject", { count: mentions.length }),
    text: [...lines, t("mailWhy"), `${APP_URL}/unsubscribe?${token}`].join("\n"),
    unsubscribe: `${APP_URL}/api/notifications/unsubscribe/?${token}`,
  };
}
