import type { NextAuthOptions } from "next-auth";
import { config } from "@/lib/config/config";
import { endSessions } from "@/lib/domain/sessions/end-sessions";
import { openOidcSession } from "@/lib/domain/sessions/open-oidc-session";
import { log } from "@/lib/log/log";
import { cookieNames } from "./cookie-names";
import { oidcClaims, oidcProvider } from "./oidc-provider";
import { passkeyProvider } from "./passkey-provider";
import { passwordProvider } from "./password-provider";
import { pinProvider } from "./pin-provider";

/** Sign-in of browsers. A function, because a build must not read or make the secret. */
export function nextAuthOptions(request: Headers): NextAuthOptions {
  const oidc = config().OIDC;
  const maxAge = config().REFRESH_TOKEN_TTL_SECONDS;
  const { secure, ...names } = cookieNames();
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return {
    secret: config().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
      state: { name: names.state, options },
      pkceCodeVerifier: { name: names.pkce, options },
      nonce: { name: names.nonce, options },
    },
    // What a provider answers is no fault of this server, and the rest of what is known of it may be secret.
    logger: {
      error: (code, facts) => log.warn({ code, reason: reasonOf(facts) }, "a sign-in failed"),
      warn: (code) => log.debug({ code }, "sign-in"),
      debug: () => undefined,
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider, passkeyProvider, pinProvider, ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!oidc || account?.provider !== "oidc") return true;
        const from = { userAgent: request.get("user-agent") ?? "", address: request.get("x-forwarded-for") ?? "" };
        const opened = await openOidcSession(oidcClaims(profile, oidc), from);
        if (typeof opened === "string") return `/sign-in?error=oidc_${opened}`;
        // What the token is then made of.
        const { id, full_name: name, email } = opened.user;
        Object.assign(user, { id: String(id), name, email, sid: opened.sessionId });
        return true;
      },
      jwt({ token, user }) {
        // `user` is there at the moment of signing in alone.
        return "sid" in (user ?? {}) ? { ...token, sid: (user as { sid?: unknown }).sid } : token;
      },
      session({ session, token }) {
        return { ...session, user: { ...session.user, id: Number(token.sub) }, sid: token.sid };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await endSessions({ sessionIds: [token.sid] }, "signed_out");
      },
    },
  };
}

const reasonOf = (facts: unknown) => {
  const error = facts instanceof Error ? facts : (facts as { error?: unknown }).error;
  return error instanceof Error ? error.message : undefined;
};
