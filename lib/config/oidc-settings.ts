import { z } from "zod";

/** The company's own sign-in, as the operator named it. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button is called after: "Continue with …". */
  name: string;
  /** In lower case; empty: any. */
  allowedDomains: string[];
};

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The variables of the environment; what they have to do with each other is looked at by `oidcSettings`. */
export const oidcEnvironment = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "must be the https:// address of the provider" })
    .refine((given) => given.startsWith("https:") || local.test(new URL(given).hostname), "must be https://")
    .refine((given) => !/[?#]/.test(given), "must have no ? and no #")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, "must have 40 characters or fewer").default("Single sign-on"),
  OIDC_ALLOWED_DOMAINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((entry) => entry.trim().toLowerCase() || []))
    .pipe(
      z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be domains with commas between, as example.com")),
    ),
};

type Given = { [K in keyof typeof oidcEnvironment]: z.infer<(typeof oidcEnvironment)[K]> };

/** Null when it is not configured; a sentence when it is by half. */
export function oidcSettings(given: Given): OidcSettings | string | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer && clientId && clientSecret) {
    return { issuer, clientId, clientSecret, name: given.OIDC_NAME, allowedDomains: given.OIDC_ALLOWED_DOMAINS };
  }
  const domains = given.OIDC_ALLOWED_DOMAINS.length > 0;
  if (!issuer && !clientId && !clientSecret && !domains) return null;
  const wanted = Object.entries({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret });
  const missing = wanted.flatMap(([key, value]) => (value ? [] : key));
  return `${missing.join(" and ")} required: sign-in by OpenID Connect needs issuer, client id and client secret`;
}
