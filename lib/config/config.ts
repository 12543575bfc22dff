import path from "node:path";
import { z } from "zod";
import { keptSecret } from "@/lib/config/kept-secret";
import { ConfigError } from "@/lib/config/config-error";
import { oidcEnvironment, oidcSettings, type OidcSettings } from "@/lib/config/oidc-settings";
import { moderationEnvironment, moderationSettings, type ModerationSettings } from "@/lib/config/moderation-settings";
import { readServiceAccount, type ServiceAccount } from "@/lib/config/service-account";

const seconds = (byDefault: number) => z.coerce.number().int().min(1).max(31_536_000).default(byDefault);

const networks = z
  .string()
  .default("")
  .transform((list) => list.split(",").flatMap((entry) => entry.trim() || []))
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: "must be addresses or networks with commas between",
      }),
    ),
  );

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((folder) => path.resolve(/* turbopackIgnore: true */ folder)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be a redis:// address" }).optional(),
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  SEED: z.enum(["demo", "none"]).optional(),
  RATE_LIMITS: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ACCESS_TOKEN_TTL_SECONDS: seconds(15 * 60),
  REFRESH_TOKEN_TTL_SECONDS: seconds(30 * 24 * 60 * 60),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http(s):// address" }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  UPLOAD_MB_PER_DAY: z.coerce.number().int().min(1).max(1_000_000).default(2000),
  VAPID_SUBJECT: z
    .url({ protocol: /^(https|mailto)$/, error: "must be a mailto: or https:// address of whoever runs this" })
    .refine((given) => new URL(given).hostname !== "localhost", "must not be localhost: Apple refuses it")
    .optional(),
  FCM_SERVICE_ACCOUNT: z.string().optional(),
  FCM_URL: z.url({ protocol: /^https?$/ }).default("https://fcm.googleapis.com"),
  PUSH_PRIVATE: z.enum(["refuse", "allow"]).default("refuse"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z.email("must be an e-mail address").optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, "must have 16 characters or more, and no blanks")
    .optional(),
  LINK_PREVIEWS: z.enum(["on", "off"]).default("on"),
  LINK_PREVIEW_NETWORKS: networks,
  TRUSTED_PROXIES: networks,
  ...oidcEnvironment,
  ...moderationEnvironment,
});

type Environment = z.infer<typeof environment>;

type Derived =
  | "APP_URL"
  | "AUTH_SECRET"
  | "SEED"
  | "VAPID_SUBJECT"
  | "FCM_SERVICE_ACCOUNT"
  | keyof typeof oidcEnvironment
  | keyof typeof moderationEnvironment;

export type Config = Omit<Environment, Derived> & {
  APP_URL: string;
  AUTH_SECRET: string;
  /** Whom a push service writes to when something is wrong with what this house sends. */
  VAPID_SUBJECT: string;
  FCM_SERVICE_ACCOUNT: ServiceAccount | null;
  /** The provider that people may sign in with; null: none. */
  OIDC: OidcSettings | null;
  /** The service that looks at what was said; null: none. */
  MODERATION: ModerationSettings | null;
  SEED: "demo" | "none";
  /** Whether this process starts (or adopts) its own PostgreSQL in the data folder. */
  EMBEDDED_DATABASE: boolean;
};

// server.ts and Next's bundles each have their own copy of this module; the slot makes them share one Config.
const slot = Symbol.for("aristay.config");
const shared = globalThis as { [slot]?: Config };

/** The configuration of this process: read from the environment once, then always the same object. */
export function config(): Config {
  return (shared[slot] ??= readConfig(process.env));
}

/** Reads and checks a configuration; throws a ConfigError of one line that names every wrong key. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ""}: ${issue.message}`);
    throw new ConfigError(`Configuration: ${[...new Set(faults)].join("; ")}`);
  }
  const { APP_URL: appUrl, AUTH_SECRET, SEED, VAPID_SUBJECT, FCM_SERVICE_ACCOUNT, ...others } = parsed.data;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_ALLOWED_DOMAINS, ...more } = others;
  const { MODERATION_WEBHOOK_URL, MODERATION_WEBHOOK_SECRET, ...rest } = more;
  const oidc = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_ALLOWED_DOMAINS };
  const OIDC = oidcSettings(oidc);
  if (typeof OIDC === "string") throw new ConfigError(`Configuration: ${OIDC}`);
  const MODERATION = moderationSettings({ MODERATION_WEBHOOK_URL, MODERATION_WEBHOOK_SECRET });
  if (typeof MODERATION === "string") throw new ConfigError(`Configuration: ${MODERATION}`);
  const embedded = rest.DATABASE_URL === undefined;
  if (!AUTH_SECRET && !embedded) {
    throw new ConfigError("Configuration: AUTH_SECRET is required when DATABASE_URL is set (32 random characters)");
  }
  if (rest.SMTP_URL && !rest.MAIL_FROM) {
    throw new ConfigError(
      "Configuration: MAIL_FROM is required when SMTP_URL is set (the address that e-mails come from)",
    );
  }
  const APP_URL = appUrl ?? `http://localhost:${rest.PORT}`;
  return {
    ...rest,
    APP_URL,
    VAPID_SUBJECT: VAPID_SUBJECT ?? (/^https:..(?!localhost)/.test(APP_URL) ? APP_URL : "mailto:nobody@example.com"),
    FCM_SERVICE_ACCOUNT: FCM_SERVICE_ACCOUNT === undefined ? null : readServiceAccount(FCM_SERVICE_ACCOUNT),
    AUTH_SECRET: AUTH_SECRET ?? keptSecret(rest.DATA_DIR),
    SEED: SEED ?? (embedded ? "demo" : "none"),
    EMBEDDED_DATABASE: embedded,
    OIDC,
    MODERATION,
  };
}

/** Tells everything in this process, and its children, which database to use once the embedded one is up. */
export function useDatabase(url: string): void {
  config().DATABASE_URL = url;
  process.env.DATABASE_URL = url;
}
