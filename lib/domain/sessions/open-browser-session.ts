import { database } from "@/db/database";
import { insertSession } from "@/db/queries/sessions";
import { config } from "@/lib/config/config";
import type { User } from "@/lib/contract/shapes";
import { briefOf } from "../users/present-me";
import { checkCredentials } from "./check-credentials";

/** Signs a browser in; its cookie will name the session. Refuses with `bad_credentials`. */
export async function openBrowserSession(given: {
  username: string;
  password: string;
  userAgent: string;
  address: string;
}): Promise<{ user: User; sessionId: string }> {
  const user = await checkCredentials(given);
  const sessionId = await insertSession(database().db, {
    userId: user.id,
    kind: "browser",
    userAgent: given.userAgent,
    address: given.address,
    seconds: config().REFRESH_TOKEN_TTL_SECONDS,
  });
  return { user: briefOf(user), sessionId };
}
