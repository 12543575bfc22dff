import type { Db } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { type NotifiedMessage, type Recipient, selectRecipients } from "@/db/queries/notifications";
import { instant } from "../instant";
import { addDeliveries } from "./add-deliveries";
import { decideNotification } from "./decide-notification";
import { hasKeyword } from "@/lib/contract/has-keyword";

/** Decides for everybody in the room with a device who is told of these messages, and puts it on record. */
export async function tellOf(tx: Db, room: string, messages: NotifiedMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const now = new Date();
  const deliveries: Parameters<typeof addDeliveries>[1] = [];
  const digests = new Map<number, Date>();
  for (const person of await selectRecipients(tx, room)) {
    for (const message of messages) {
      const decision = decide(person, message, now);
      if (decision.tell === "later") digests.set(person.id, decision.at);
      if (decision.tell !== "now") continue;
      const said = Date.parse(instant(message.created_at));
      for (const { id, since } of person.devices) {
        // What was said before somebody had this device is no news to it.
        if (Date.parse(since) > said) continue;
        const subject = `message:${message.id}`;
        const { delay } = decision;
        deliveries.push({ device_id: id, user_id: person.id, subject, room_id: room, message_id: message.id, delay });
      }
    }
  }
  await addDeliveries(tx, deliveries);
  for (const [user, at] of digests) {
    const delay = Math.max(1, (at.getTime() - now.getTime()) / 1000);
    await addJob(tx, "push-digest", { user }, { key: `digest ${user}`, delay });
  }
}

function decide(person: Recipient, message: NotifiedMessage, now: Date) {
  return decideNotification({
    now,
    person: {
      active: person.active,
      timezone: person.timezone,
      quietHours: person.quiet_hours,
      doNotDisturb: person.do_not_disturb,
      onDuty: person.on_duty,
    },
    place: {
      inRoom: message.seq >= person.joined_seq,
      notify: person.notify,
      muted: person.muted,
      mutedUntil: person.muted_until === null ? null : new Date(instant(person.muted_until)),
      read: person.last_read_seq >= message.seq,
    },
    message: {
      own: message.sender_id === person.id,
      system: message.system,
      deleted: message.deleted,
      concernsThem:
        message.mentions_all ||
        message.mentions.includes(person.id) ||
        message.answers === person.id ||
        hasKeyword(message.content, person.keywords),
      urgent: message.urgent,
      blocked: message.sender_id !== null && person.blocks.includes(message.sender_id),
    },
    inUse: person.in_use,
  });
}
