import { database } from "@/db/database";
import { insertIdentity, lockUserByEmail, selectUserByIdentity } from "@/db/queries/identities";
import type { UserRow } from "@/db/queries/users";
import { config } from "@/lib/config/config";
import type { User } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import { openBrowserSession } from "./open-browser-session";

/** What the provider vouches for, after everything about its answer was verified. */
export type OidcClaims = { issuer: string; subject: string; email: string; emailVerified: boolean };

/** Why nobody came in: no active account is theirs, or the provider does not vouch for the address, or it is not ours. */
export type OidcRefusal = "no_account" | "unverified" | "domain";

/**
 * Signs a browser in by what an OpenID provider says. Whom the subject is linked to counts; only somebody new to us is
 * looked for by a verified e-mail address, and linked. An account is never made.
 */
export async function openOidcSession(
  claims: OidcClaims,
  from: { userAgent: string; address: string },
): Promise<{ user: User; sessionId: string } | OidcRefusal> {
  const user = (await selectUserByIdentity(database().db, claims)) ?? (await link(claims, from.address));
  if (typeof user === "string") return user;
  if (!user.isActive) return "no_account";
  return openBrowserSession(user, from);
}

async function link(claims: OidcClaims, address: string): Promise<UserRow | OidcRefusal> {
  const { issuer, subject, email } = claims;
  if (!claims.emailVerified || email === "") return "unverified";
  const allowed = config().OIDC?.allowedDomains ?? [];
  if (allowed.length > 0 && !allowed.includes(email.slice(email.lastIndexOf("@") + 1).toLowerCase())) return "domain";
  return database().db.transaction(async (tx) => {
    const user = await lockUserByEmail(tx, email);
    if (!user?.isActive) return "no_account";
    // An address is given to somebody else after its person left; the account stays with whom it was linked to first.
    if (!(await insertIdentity(tx, user.id, { issuer, subject }))) {
      return (await selectUserByIdentity(tx, { issuer, subject })) ?? "no_account";
    }
    const by = { userId: user.id, username: user.username, address };
    const target = { type: "person", id: user.id } as const;
    await recordAudit(tx, by, { action: "person.identity_linked", target, details: { issuer } });
    return user;
  });
}
