import { database } from "@/db/database";
import { selectHeldSend } from "@/db/queries/held-texts";
import type { SendRow } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";

/** It waits. A final refusal, so that whoever does not know the code neither repeats nor loses it. */
export function nowHeld(): ChatError {
  const says = "A moderator looks at this text before the others see it. It is kept: do not send it again.";
  return new ChatError("filter_held", says, { fields: { content: [says] } });
}

/** What a send is answered that was held under its `client_id` since before: the same again, or what has become of it. */
export async function heldAnswer(row: SendRow): Promise<ChatError> {
  const held = row.client_id === null ? undefined : await selectHeldSend(database().db, row.sender, row.client_id);
  switch (held?.state) {
    case "waiting":
      return nowHeld();
    case "refused": {
      const says = `A moderator did not let this text through, and says: “${held.reason}”.`;
      return new ChatError("filter_refused", says, { fields: { content: [says] } });
    }
    case "withdrawn":
      return new ChatError("client_id_reused", "This text was taken back. To send it after all, make a new client_id.");
    case "released":
    case undefined:
      return new ChatError("unavailable", "It was let through just now. Send it again with the same client_id.");
  }
}
