import { setImmediate as turn } from "node:timers/promises";
import type { Db } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { type NotifiedMessage, type Recipient, selectRecipients } from "@/db/queries/notifications";
import { instant } from "../instant";
import { addDeliveries } from "./add-deliveries";
import { decideNotification, type NotificationFacts } from "./decide-notification";
import { hasKeyword } from "@/lib/contract/has-keyword";

/** So long (ms) is decided without a pause in which others have their turn. */
const stretch = 5;

/** Decides for everybody in the room with a device who is told of these messages, and puts it on record. */
export async function tellOf(tx: Db, room: string, messages: NotifiedMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const now = new Date();
  const deliveries: Record<"concerned" | "others", Parameters<typeof addDeliveries>[1]> = { concerned: [], others: [] };
  const digests = new Map<number, Date>();
  let began = performance.now();
  for (const person of await selectRecipients(tx, room)) {
    for (const message of messages) {
      if (performance.now() - began > stretch) {
        await turn();
        began = performance.now();
      }
      const facts = factsOf(person, message, now);
      const decision = decideNotification(facts);
      if (decision.tell === "later") digests.set(person.id, decision.at);
      if (decision.tell !== "now") continue;
      const said = Date.parse(instant(message.created_at));
      for (const { id, since } of person.devices) {
        // What was said before somebody had this device is no news to it.
        if (Date.parse(since) > said) continue;
        const subject = `message:${message.id}`;
        const { delay } = decision;
        const to = facts.message.concernsThem ? deliveries.concerned : deliveries.others;
        to.push({ device_id: id, user_id: person.id, subject, room_id: room, message_id: message.id, delay });
      }
    }
  }
  // Whoever it concerns does not wait behind a whole house.
  await addDeliveries(tx, deliveries.concerned);
  await addDeliveries(tx, deliveries.others);
  for (const [user, at] of digests) {
    const delay = Math.max(1, (at.getTime() - now.getTime()) / 1000);
    await addJob(tx, "push-digest", { user }, { key: `digest ${user}`, delay });
  }
}

function factsOf(person: Recipient, message: NotifiedMessage, now: Date): NotificationFacts {
  return {
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
  };
}
