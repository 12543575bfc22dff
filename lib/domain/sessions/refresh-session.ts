import { database } from "@/db/database";
import { insertRefreshToken, lockRefreshToken, revokeSessionRows, spendRefreshToken } from "@/db/queries/sessions";
import { issueAccessToken } from "@/lib/auth/access-token";
import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";
import { announceEnded } from "./end-sessions";
import { newRefreshToken, refreshHash } from "./refresh-secret";

/**
 * A new pair for a refresh token, which is spent by it. A spent one used again revokes its session: `token_reused`.
 * Any other that is no good: `unauthorized`.
 */
export async function refreshSession({
  refresh,
  address = "",
}: {
  refresh: string;
  address?: string;
}): Promise<{ access: string; refresh: string }> {
  const seconds = config().REFRESH_TOKEN_TTL_SECONDS;
  const next = newRefreshToken();
  // Nothing is thrown inside: a revocation must be committed.
  const outcome = await database().db.transaction(async (tx) => {
    const row = await lockRefreshToken(tx, refreshHash(refresh));
    if (row?.used) return { reused: await revokeSessionRows(tx, { sessionIds: [row.session_id] }, "token_reused") };
    if (!row?.live) return undefined;
    await spendRefreshToken(tx, row, seconds, address);
    await insertRefreshToken(tx, row.session_id, next.hash, seconds);
    return { row };
  });
  if (!outcome) throw new ChatError("unauthorized", "The refresh token is not valid.");
  if (outcome.reused) {
    announceEnded(outcome.reused, "token_reused");
    throw new ChatError("token_reused", "This refresh token was used before. Sign in again.");
  }
  const { session_id: sessionId, user_id: userId, username, role } = outcome.row;
  return { access: await issueAccessToken({ userId, username, role, sessionId }), refresh: next.token };
}
