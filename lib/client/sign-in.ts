import { ApiError } from "@/lib/client/api-error";
import { leaveDevice, unclaimDevice } from "@/lib/client/device-person";
import { request } from "@/lib/client/request";
import { isMarkedLocked, unmarkLocked } from "@/lib/client/shared-device";
import { endSubscription } from "@/lib/client/web-push";

async function csrfToken(): Promise<string> {
  const response = await request("/api/auth/csrf");
  if (!response.ok) throw new ApiError(response.status, "unavailable", "");
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  return request(path, { method: "POST", body });
}

/** Refusals that the server names; any other is one of what was given. */
const refusals = { rate_limited: 429, unavailable: 503, otp_required: 401, otp_wrong: 401 } as const;
const isNamed = (code: string | null): code is keyof typeof refusals => code !== null && code in refusals;

/**
 * Signs in with name and password, and a code where there is a second factor (`otp_required`, `otp_wrong`); the session
 * cookie is set by the answer.
 */
export const signIn = (username: string, password: string, otp = ""): Promise<void> =>
  enter("credentials", { username, password, otp });

/** By one of the ways that the server knows. */
export async function enter(way: "credentials" | "passkey", fields: Record<string, string>): Promise<void> {
  const { response, refused } = await open(way, fields);
  if (response.status === 429) throw new ApiError(429, "rate_limited", "");
  if (isNamed(refused)) throw new ApiError(refusals[refused], refused, "");
  if (response.status >= 500) throw new ApiError(response.status, "unavailable", "");
  if (!response.ok || refused) throw new ApiError(401, "bad_credentials", "");
}

/** Signs in with a PIN, at a shared device. Tells how long (s) to wait after too many wrong ones. */
export async function signInWithPin(user: number, pin: string): Promise<{ wait: number } | undefined> {
  const { response, refused } = await open("pin", { user: String(user), pin });
  const wait = /^rate_limited (\d+)$/.exec(refused ?? "")?.[1];
  if (wait) return { wait: Number(wait) };
  if (response.status >= 500 || refused === "unavailable") throw new ApiError(503, "unavailable", "");
  if (!response.ok || refused) throw new ApiError(401, "bad_credentials", "");
  return undefined;
}

async function open(way: "credentials" | "passkey" | "pin", fields: Record<string, string>) {
  await finishLock();
  unclaimDevice();
  const response = await post(`/api/auth/callback/${way}`, { ...fields, callbackUrl: "/chat" });
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  return { response, refused: url ? new URL(url, window.location.origin).searchParams.get("error") : null };
}

/** A device that was locked without a network tells the server now, before anybody else comes in. */
async function finishLock(): Promise<void> {
  if (!isMarkedLocked()) return;
  await post("/api/auth/signout", { callbackUrl: "/sign-in" });
  unmarkLocked();
}

/** Leads to the company's own sign-in, from where one comes back to `next`. */
export async function signInElsewhere(next: string): Promise<void> {
  await finishLock();
  unclaimDevice();
  const response = await post("/api/auth/signin/oidc", { callbackUrl: next });
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  // Without the provider's address one would be sent back to this very page.
  const target = url ? new URL(url, window.location.origin) : null;
  if (!response.ok || !target || target.searchParams.has("error")) {
    throw new ApiError(response.status, response.status === 429 ? "rate_limited" : "unavailable", "");
  }
  window.location.assign(target);
}

export async function signOut(): Promise<void> {
  // While the server still knows who asks.
  await endSubscription().catch(() => undefined);
  await post("/api/auth/signout", { callbackUrl: "/sign-in" });
  await leaveDevice();
}
