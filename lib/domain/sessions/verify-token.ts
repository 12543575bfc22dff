import { database } from "@/db/database";
import { selectRefreshToken } from "@/db/queries/sessions";
import { authenticateToken } from "@/lib/auth/authenticate";
import { ChatError } from "@/lib/contract/errors";
import { refreshHash } from "./refresh-secret";

/** Whether an access or refresh token is good at this moment; `unauthorized` when not. */
export async function verifyToken({ token }: { token: string }): Promise<void> {
  const looksLikeJwt = token.includes(".");
  if (looksLikeJwt) return void (await authenticateToken(token));
  const row = await selectRefreshToken(database().db, refreshHash(token));
  if (!row?.live || row.used) throw new ChatError("unauthorized", "The token is not valid.");
}
