import { decodeJwt } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { OidcSettings } from "@/lib/config/oidc-settings";
import type { OidcClaims } from "@/lib/domain/sessions/open-oidc-session";

const claimsShape = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().max(254).catch(""),
  // Some providers write the word "true"; only the fact counts.
  email_verified: z.unknown().optional(),
});

/** Any OpenID provider, by discovery; the answer is tied to this browser by PKCE, state and nonce. */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<unknown> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${bare(issuer)}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email" } },
    httpOptions: { timeout: 5000 },
    userinfo: {
      // The token was verified when it was taken. By the standard the address is told at this endpoint; many providers
      // put it into the token too.
      async request({ client, tokens }) {
        const claims = decodeJwt(tokens.id_token ?? "");
        if (claims.email !== undefined || !tokens.access_token) return claims;
        const told = await client.userinfo(tokens.access_token);
        if (told.sub !== claims.sub) throw new Error("The provider tells of another person than it signed in.");
        return { ...told, ...claims };
      },
    },
    profile: (claims) => ({ id: claimsShape.parse(claims).sub }),
  };
}

/** What the verified answer says; an error when it is of another issuer than the configured one. */
export function oidcClaims(profile: unknown, { issuer }: OidcSettings): OidcClaims {
  const claims = claimsShape.parse(profile);
  if (bare(claims.iss) !== bare(issuer)) throw new Error("The provider calls itself by another name than OIDC_ISSUER.");
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: claims.email.trim(),
    emailVerified: claims.email_verified === true,
  };
}

const bare = (issuer: string) => issuer.replace(/\/$/, "");
