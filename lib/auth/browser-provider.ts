import type { CredentialsConfig } from "next-auth/providers/credentials";

/** A way for browsers to sign in, in the form in which next-auth takes it without its own helper. */
export type BrowserProvider = Omit<CredentialsConfig, "options">;

/** Which browser asks, and from where. */
export function browserOf(request: { headers?: unknown }): { userAgent: string; address: string } {
  const headers = new Headers(request.headers as Record<string, string> | undefined);
  // The server puts the client's address there, whatever the client claimed.
  return { userAgent: headers.get("user-agent") ?? "", address: headers.get("x-forwarded-for") ?? "" };
}
