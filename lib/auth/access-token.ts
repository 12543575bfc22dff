import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { config } from "@/lib/config/config";
import { id, role, type Role } from "@/lib/contract/shapes";

const claimsShape = z.object({
  user_id: id,
  username: z.string(),
  role,
  jti: z.string(),
  token_type: z.literal("access"),
  sid: z.guid(),
  exp: z.number(),
});

export type AccessClaims = z.infer<typeof claimsShape>;

const key = () => new TextEncoder().encode(config().AUTH_SECRET);

export async function issueAccessToken(person: {
  userId: number;
  username: string;
  role: Role;
  sessionId: string;
}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    user_id: person.userId,
    username: person.username,
    role: person.role,
    token_type: "access",
    sid: person.sessionId,
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + config().ACCESS_TOKEN_TTL_SECONDS)
    .sign(key());
}

/**
 * Tokens whose signature was found good, newest last: it stays good, and checking it again with every request of a
 * device costs more than the rest of the way to the verb. As many as devices are busy at one node.
 */
const known = new Map<string, AccessClaims>();
const mostKnown = 10_000;

/** What a good token says; undefined for any other text. Its session is not looked at here. */
export async function readAccessToken(token: string): Promise<AccessClaims | undefined> {
  const before = known.get(token);
  if (before && before.exp * 1000 > Date.now()) return before;
  known.delete(token);
  try {
    const { payload } = await jwtVerify(token, key(), { algorithms: ["HS256"] });
    const { data } = claimsShape.safeParse(payload);
    if (data) remember(token, data);
    return data;
  } catch {
    return undefined;
  }
}

function remember(token: string, claims: AccessClaims): void {
  for (const oldest of known.keys()) {
    if (known.size < mostKnown) break;
    known.delete(oldest);
  }
  known.set(token, claims);
}
