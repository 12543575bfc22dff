import type { Db } from "@/db/database";
import { insertInvite, type InviteRow, type NewInvite } from "@/db/queries/invites";
import { config } from "@/lib/config/config";
import type { MadeCode } from "@/lib/contract/invites";
import { instant } from "../instant";
import { newWrittenCode } from "../written-code";

/** Stores a new code; only what this gives back knows it. */
export async function makeCode(
  tx: Db,
  given: Omit<NewInvite, "codeHash"> & { hours: number },
): Promise<{ row: InviteRow; made: MadeCode }> {
  const { code, codeHash } = newWrittenCode("invite");
  const row = await insertInvite(tx, { ...given, codeHash });
  // Behind the # it reaches no server, and so no log of one.
  const url = new URL(`/join#${code}`, config().APP_URL).href;
  return { row, made: { code, url, expires_at: instant(row.expiresAt) } };
}
