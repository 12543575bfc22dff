import { createHash } from "node:crypto";
import { importPKCS8, SignJWT } from "jose";
import { config } from "@/lib/config/config";
import type { ServiceAccount } from "@/lib/config/service-account";
import { post, type Posted } from "./post";
import type { PushResult } from "./push-result";

export type PhonePush = {
  /** What the phone shows by itself; null for news to the app alone. */
  notification: { title: string; body: string } | null;
  /** For the app; everything is text, as FCM has it. */
  data: Record<string, string>;
  /** Those of one tag take each other's place on the screen. */
  tag: string;
  badge: number;
  urgent: boolean;
};

const scope = "https://www.googleapis.com/auth/firebase.messaging";
/** `access` is there before it has arrived: many that leave together ask for it once. */
type Held = { account: string; access: Promise<string>; until: number };
let held: Held | undefined;

/** Hands a message to a phone by FCM's HTTP v1 interface, which also serves Apple's phones. */
export async function sendFcm(token: string, push: PhonePush): Promise<PushResult> {
  const { FCM_SERVICE_ACCOUNT: account, FCM_URL } = config();
  if (!account) return { kind: "failed", reason: "FCM is not configured" };
  const body = JSON.stringify({ message: { token, ...messageOf(push) } });
  try {
    for (const again of [false, true]) {
      const token = tokenOf(account);
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${await token.access}` };
      const answer = await post(`${FCM_URL}/v1/projects/${account.project_id}/messages:send`, headers, body);
      // A token may end before its time: a new one is asked for once.
      if (answer.status !== 401 || again) return resultOf(answer);
      if (held === token) held = undefined;
    }
  } catch (error) {
    return { kind: "retry", reason: error instanceof Error ? error.message.slice(0, 200) : "no answer" };
  }
  return { kind: "retry", reason: "401" };
}

function messageOf({ notification, data, tag, badge, urgent }: PhonePush) {
  const shown = notification !== null;
  return {
    ...(notification && { notification }),
    data,
    android: {
      priority: shown ? "HIGH" : "NORMAL",
      ttl: "86400s",
      ...(notification && { notification: { tag, channel_id: urgent ? "urgent" : "messages" } }),
    },
    apns: {
      headers: {
        "apns-priority": shown ? "10" : "5",
        "apns-push-type": shown ? "alert" : "background",
        "apns-expiration": String(Math.floor(Date.now() / 1000) + 86_400),
      },
      payload: {
        aps: shown
          ? { "thread-id": tag, badge, sound: "default", ...(urgent && { "interruption-level": "time-sensitive" }) }
          : { "content-available": 1, badge },
      },
    },
  };
}

type Refusal = { error?: { status?: string; message?: string; details?: { errorCode?: string }[] } };

function resultOf({ status, body, retryAfter }: Posted): PushResult {
  if (status === 200) return { kind: "accepted" };
  let refusal: Refusal["error"];
  try {
    refusal = (JSON.parse(body) as Refusal).error;
  } catch {
    // What is no JSON tells no more than its status.
  }
  const code = refusal?.details?.find(({ errorCode }) => errorCode)?.errorCode ?? refusal?.status ?? "";
  const reason = `${status} ${code}`.trim();
  // A token of another project cannot be sent to from here, ever.
  if (code === "UNREGISTERED" || code === "SENDER_ID_MISMATCH") return { kind: "gone", reason };
  if (status === 429 || status >= 500 || status === 401) {
    return { kind: "retry", reason, ...(retryAfter !== null && { after: retryAfter }) };
  }
  return { kind: "failed", reason };
}

/** Kept until shortly before its end. */
function tokenOf(account: ServiceAccount): Held {
  const name = createHash("sha256").update(account.private_key).digest("base64url");
  if (held?.account === name && held.until > Date.now()) return held;
  const asked = askForToken(account);
  const token: Held = { account: name, access: asked.then((given) => given.access_token), until: Infinity };
  held = token;
  asked.then(
    (given) => (token.until = Date.now() + (given.expires_in - 60) * 1000),
    () => (token.until = 0),
  );
  return token;
}

/** OAuth by a signed assertion (RFC 7523), as Google's service accounts do it. */
async function askForToken(account: ServiceAccount): Promise<{ access_token: string; expires_in: number }> {
  const key = await importPKCS8(account.private_key, "RS256");
  const assertion = await new SignJWT({ scope })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(account.client_email)
    .setAudience(account.token_uri)
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(key);
  const { status, body } = await post(
    account.token_uri,
    { "Content-Type": "application/x-www-form-urlencoded" },
    new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion }).toString(),
  );
  if (status !== 200) throw new Error(`no access token: ${status}`);
  return JSON.parse(body) as { access_token: string; expires_in: number };
}
