import { database } from "@/db/database";
import { insertSession } from "@/db/queries/sessions";
import type { UserRow } from "@/db/queries/users";
import { config } from "@/lib/config/config";
import type { User } from "@/lib/contract/shapes";
import { briefOf } from "../users/present-me";

/** Signs a browser in for somebody who has proved who they are; its cookie will name the session. */
export async function openBrowserSession(
  user: UserRow,
  { userAgent, address }: { userAgent: string; address: string },
): Promise<{ user: User; sessionId: string }> {
  const sessionId = await insertSession(database().db, {
    userId: user.id,
    kind: "browser",
    userAgent,
    address,
    seconds: config().REFRESH_TOKEN_TTL_SECONDS,
  });
  return { user: briefOf(user), sessionId };
}
