import { z } from "zod";

/** The service that looks at what was said, as the operator named it. */
export type ModerationSettings = { url: string; key: Buffer };

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The variables of the environment; what they have to do with each other is looked at by `moderationSettings`. */
export const moderationEnvironment = {
  MODERATION_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: "must be the https:// address of the moderation service" })
    .refine((given) => given.startsWith("https:") || local.test(new URL(given).hostname), "must be https://")
    .refine((given) => !/^https?:..[^/]*@/.test(given), "must hold no name and no password")
    .optional(),
  MODERATION_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, "must be whsec_ and 24 random bytes or more in base64")
    .optional(),
};

type Given = { [K in keyof typeof moderationEnvironment]: z.infer<(typeof moderationEnvironment)[K]> };

/** Null when it is not configured; a sentence when it is by half. */
export function moderationSettings(given: Given): ModerationSettings | string | null {
  const { MODERATION_WEBHOOK_URL: url, MODERATION_WEBHOOK_SECRET: secret } = given;
  if (url && secret) return { url, key: Buffer.from(secret.slice("whsec_".length), "base64") };
  if (url) return "MODERATION_WEBHOOK_SECRET is required when MODERATION_WEBHOOK_URL is set (whsec_ and base64)";
  return secret ? "MODERATION_WEBHOOK_URL is required when MODERATION_WEBHOOK_SECRET is set" : null;
}
