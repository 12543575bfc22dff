import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigError } from "@/lib/config/config-error";

const account = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().startsWith("-----BEGIN PRIVATE KEY-----"),
  token_uri: z.url({ protocol: /^https?$/ }),
});

export type ServiceAccount = z.infer<typeof account>;

/** Google's key file of a service account: the JSON itself, or the path of the file. Its content is in no message. */
export function readServiceAccount(given: string): ServiceAccount {
  try {
    return account.parse(JSON.parse(given.trimStart().startsWith("{") ? given : readFileSync(given, "utf8")));
  } catch {
    throw new ConfigError("FCM_SERVICE_ACCOUNT: must be the key file of a service account, or its path");
  }
}
