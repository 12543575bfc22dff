import { database } from "@/db/database";
import { selectRefreshToken } from "@/db/queries/sessions";
import { endSessions } from "./end-sessions";
import { refreshHash } from "./refresh-secret";

/** Signs out the device of a refresh token, spent or not; an unknown one changes nothing. */
export async function revokeSession({ refresh }: { refresh: string }): Promise<void> {
  const row = await selectRefreshToken(database().db, refreshHash(refresh));
  if (row) await endSessions({ sessionIds: [row.session_id] }, "signed_out");
}
