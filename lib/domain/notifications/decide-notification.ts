import type { NotifyLevel, QuietHours } from "@/lib/contract/shapes";
import { quietUntil } from "./quiet-until";

/** Everything that counts for whether somebody is told of a message on their devices. */
export type NotificationFacts = {
  now: Date;
  person: {
    active: boolean;
    timezone: string;
    quietHours: QuietHours | null;
    doNotDisturb: boolean;
    /** At work now, by their own word: quiet hours do not hold. */
    onDuty: boolean;
  };
  place: {
    inRoom: boolean;
    notify: NotifyLevel;
    muted: boolean;
    mutedUntil: Date | null;
    /** Has read as far as this message. */
    read: boolean;
  };
  message: {
    /** Their own. */
    own: boolean;
    system: boolean;
    deleted: boolean;
    /** By name or by `@all`, by one of their keywords, or an answer to what they wrote. */
    concernsThem: boolean;
    urgent: boolean;
    /** By one whom they have blocked. Nothing of theirs is told, however urgent it is to them. */
    blocked: boolean;
  };
  /** Does something just now, on whichever device. */
  inUse: boolean;
};

export type Decision =
  /** After `delay` seconds, and only if it has not been read by then. */
  | { tell: "now"; delay: number }
  /** Together with what else came, when the quiet hours are over. */
  | { tell: "later"; at: Date }
  | { tell: "never"; why: Silence };

type Silence =
  "inactive" | "outside" | "own" | "system" | "deleted" | "blocked" | "read" | "muted" | "level" | "do_not_disturb";

/** Whoever is at one device sees it there: the others wait so many seconds. */
export const inUseDelay = 30;

/**
 * Who gets what, when: the one place. What a person set for a room (its level, muted) holds for whatever is said there;
 * quiet hours and "do not disturb" are about the hour, and something urgent goes through them. Whoever is on duty has no
 * quiet hours.
 */
export function decideNotification({ now, person, place, message, inUse }: NotificationFacts): Decision {
  const never = (why: Silence): Decision => ({ tell: "never", why });
  if (!person.active) return never("inactive");
  if (!place.inRoom) return never("outside");
  if (message.own) return never("own");
  if (message.system) return never("system");
  if (message.deleted) return never("deleted");
  if (message.blocked) return never("blocked");
  if (place.read) return never("read");
  if (place.muted && (place.mutedUntil === null || place.mutedUntil > now)) return never("muted");
  if (place.notify === "none") return never("level");
  if (place.notify === "mentions" && !message.concernsThem && !message.urgent) return never("level");
  if (message.urgent) return { tell: "now", delay: 0 };
  if (person.doNotDisturb) return never("do_not_disturb");
  const quiet = !person.onDuty && quietUntil(person.quietHours, person.timezone, now);
  if (quiet) return { tell: "later", at: quiet };
  return { tell: "now", delay: inUse ? inUseDelay : 0 };
}
