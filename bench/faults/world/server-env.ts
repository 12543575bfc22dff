/** The configuration of every process of the product here, beside its database and its port. */
export const serverEnv = {
  HOST: "127.0.0.1",
  AUTH_SECRET: "the same secret for every process of the fault suite",
  SEED: "none",
  RATE_LIMITS: "off",
  LOG_LEVEL: "warn",
  // Everybody signs in once for many runs.
  ACCESS_TOKEN_TTL_SECONDS: "86400",
};
