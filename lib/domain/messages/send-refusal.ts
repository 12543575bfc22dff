import type { SendVerdict } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import { placeRefusals } from "../rooms/place-refusals";

/** What the database may say of a send that is not written; what it has held is answered by `heldAnswer`. */
export type Refused = Exclude<SendVerdict["verdict"], "ok" | "earlier" | "held">;

/** A send's refusal in words. `until`: of `silenced`. */
export function sendRefusal(
  verdict: Refused,
  { until, pair = false }: { until?: string | undefined; pair?: boolean | undefined },
): ChatError {
  switch (verdict) {
    case "reused":
      return new ChatError("client_id_reused", "This client_id was used for another message. Make a new one.");
    case "unknown_room":
      return new ChatError("invalid_input", "There is no such room.", { fields: { room: ["There is no such room."] } });
    case "not_participant":
      return placeRefusals.outside();
    case "room_archived":
      return placeRefusals.archived();
    case "silenced":
      return placeRefusals.silenced(until ?? silencedForGood);
    case "only_admins_write":
      return placeRefusals.announced();
    case "blocked":
      return placeRefusals.blocked();
    case "bad_reply":
      return new ChatError("invalid_input", "A reply must be to a message of the same room.", {
        fields: { reply_to: ["It is no message of this room."] },
      });
    case "bad_thread":
      return new ChatError("invalid_input", "A thread must start at a message of the same room.", {
        fields: { thread_root: ["It is no message of this room that can start a thread."] },
      });
    case "bad_attachment":
      if (pair) return noPair();
      return new ChatError("invalid_input", "A file must be your own, and not part of another message.", {
        fields: { attachment_ids: ["One of them is no file of yours that is still to be sent."] },
      });
  }
}

export const noPair = () =>
  new ChatError("invalid_input", "Before and after are two pictures of your own, and not part of another message.", {
    fields: { before_after: ["It needs two pictures in attachment_ids, the earlier one first."] },
  });
