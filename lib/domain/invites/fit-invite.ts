import type { MadeInvite } from "@/db/queries/invites";
import { ChatError } from "@/lib/contract/errors";
import { houseMay } from "@/lib/contract/permissions";

/**
 * An invitation that still lets somebody in. It gives no more than its maker may give at this moment: it dies when that
 * account is closed or loses its rank. One refusal for every reason, so that nothing can be learned by guessing.
 */
export function fitInvite(found: MadeInvite | undefined, kind?: "join" | "password"): MadeInvite {
  const gone = () => new ChatError("not_found", "This code is not valid any more. Ask for a new one.");
  if (!found?.fit || (kind && found.invite.kind !== kind)) throw gone();
  const { invite, maker } = found;
  const action = invite.kind === "join" ? "people.invite" : "people.change";
  if (!houseMay(maker.role, action, { role: invite.role })) throw gone();
  return found;
}
