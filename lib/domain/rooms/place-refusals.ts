import { ChatError } from "@/lib/contract/errors";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import { instant } from "../instant";

/** Why nobody, or not this one, is let in or writes in a room just now: every way says it in the same words. */
export const placeRefusals = {
  outside: () => new ChatError("not_participant", "You are not in this room."),
  archived: () => new ChatError("room_archived", "This room is archived. Ask a room admin to unarchive it."),
  silenced: (silencedUntil: string) => {
    const until = instant(silencedUntil);
    const when = until === silencedForGood ? "until a room admin lifts it" : `until ${until}`;
    return new ChatError("silenced", `You cannot write in this room ${when}.`, { until });
  },
  announced: () => new ChatError("only_admins_write", "Only its admins write in this room. You can read and react."),
  blocked: () =>
    new ChatError("blocked", "You and this person cannot write to each other: one of you has blocked the other."),
};
