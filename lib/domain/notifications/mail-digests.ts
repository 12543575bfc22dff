import { database } from "@/db/database";
import { addJobs } from "@/db/queries/jobs";
import { selectMailDue } from "@/db/queries/mail-digests";
import { canMail } from "@/lib/mail/send-mail";

const most = 1000;

/** Asks for an e-mail to everybody who has left a mention unread for as long as they chose. None without a mail server. */
export async function mailDigests(): Promise<void> {
  if (!canMail()) return;
  const { db } = database();
  const due = await selectMailDue(db, most);
  await addJobs(
    db,
    "mail-digest",
    due.map((user) => ({ user })),
    { attempts: 5 },
  );
}
