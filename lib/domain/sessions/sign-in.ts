import { database } from "@/db/database";
import { insertRefreshToken, insertSession } from "@/db/queries/sessions";
import { issueAccessToken } from "@/lib/auth/access-token";
import { config } from "@/lib/config/config";
import type { Role, User } from "@/lib/contract/shapes";
import { briefOf } from "../users/present-me";
import { checkCredentials, type Credentials } from "./check-credentials";
import { newRefreshToken } from "./refresh-secret";

type SignIn = Omit<Credentials, "address"> & { userAgent?: string; address?: string };
type SignedIn = { access: string; refresh: string; user: User & { role: Role; is_superuser: boolean } };

/** Signs a device in. Refuses as `checkCredentials` does. */
export async function signIn({ userAgent = "", address = "", ...given }: SignIn): Promise<SignedIn> {
  const user = await checkCredentials({ ...given, address });
  const seconds = config().REFRESH_TOKEN_TTL_SECONDS;
  const { token, hash } = newRefreshToken();
  const sessionId = await database().db.transaction(async (tx) => {
    const id = await insertSession(tx, {
      userId: user.id,
      kind: "device",
      userAgent: userAgent.slice(0, 500),
      address,
      seconds,
    });
    await insertRefreshToken(tx, id, hash, seconds);
    return id;
  });
  return {
    access: await issueAccessToken({ userId: user.id, username: user.username, role: user.role, sessionId }),
    refresh: token,
    user: { ...briefOf(user), role: user.role, is_superuser: user.role === "superuser" },
  };
}
