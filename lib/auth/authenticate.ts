import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "@/lib/domain/ctx";
import { readAccessToken } from "./access-token";
import { cookieOf } from "./cookie-of";
import { liveSession } from "./live-sessions";
import { readSessionCookie } from "./read-session-cookie";

const refused = () => new ChatError("unauthorized", "Sign in first.");

/** `expiresAt` is in seconds since 1970: a connection ends with its token. */
export async function authenticateToken(token: string): Promise<Ctx & { expiresAt: number }> {
  const claims = await readAccessToken(token);
  const session = claims && (await liveSession(claims.sid));
  if (session?.userId !== claims?.user_id || !session || !claims) throw refused();
  return { ...session, expiresAt: claims.exp };
}

/** The whole `Cookie` header of a browser. */
export async function authenticateCookie(cookieHeader: string): Promise<Ctx> {
  // A shared device that was locked without a network: its session ends as soon as the server is told.
  if (cookieOf(cookieHeader, "aristay.locked") !== undefined) throw refused();
  const opened = await readSessionCookie(cookieHeader);
  const session = opened && (await liveSession(opened.sid));
  if (!session) throw refused();
  return { ...session };
}

/** A bearer token counts before a cookie; a bad one is refused even beside a good cookie. */
export async function authenticateRequest(request: Request): Promise<{ ctx: Ctx; via: "bearer" | "cookie" }> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (!token) throw refused();
    const { expiresAt: _expiresAt, ...ctx } = await authenticateToken(token);
    return { ctx, via: "bearer" };
  }
  return { ctx: await authenticateCookie(request.headers.get("cookie") ?? ""), via: "cookie" };
}
