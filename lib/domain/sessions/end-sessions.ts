import { database } from "@/db/database";
import { revokeSessionRows } from "@/db/queries/sessions";
import { forgetSessions } from "@/lib/auth/live-sessions";
import { publish } from "@/lib/events/bus";

/** Revokes sessions and closes what hangs on them. Those that are over already stay as they are. */
export async function endSessions(
  which: { sessionIds: string[] } | { userId: number; except?: string },
  reason: string,
): Promise<void> {
  announceEnded(await revokeSessionRows(database().db, which, reason), reason);
}

/** Tells this process and the others, once the revocation is committed. */
export function announceEnded(sessionIds: string[], reason: string): void {
  if (sessionIds.length === 0) return;
  forgetSessions(sessionIds);
  publish({ kind: "session.revoked", sessionIds, reason });
}
