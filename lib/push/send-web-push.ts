import webPush from "web-push";
import type { PushPayload } from "@/lib/contract/push-data";
import { post, type Posted } from "./post";
import type { PushResult } from "./push-result";
import { vapidHeader } from "./vapid-header";

type Subscription = { endpoint: string; p256dh: string; auth: string };
export type WebPush = {
  /** At most about 3,900 bytes as JSON. */
  payload: PushPayload;
  urgency: "low" | "normal" | "high";
  /** A later one of the same topic takes the place of one that could not be handed over yet. */
  topic: string;
  /** Seconds for which the service keeps it for a device that is away. */
  ttl: number;
};

/** Encrypts for the browser and hands it to its push service (RFC 8030, 8291, 8292). */
export async function sendWebPush(to: Subscription, { payload, urgency, topic, ttl }: WebPush): Promise<PushResult> {
  let request: ReturnType<typeof webPush.generateRequestDetails>;
  try {
    request = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(payload),
      {
        TTL: ttl,
        urgency,
        topic,
        contentEncoding: "aes128gcm",
        headers: { Authorization: vapidHeader(new URL(to.endpoint).origin) },
      },
    );
  } catch {
    // Keys that are no point of the curve: nobody could read what is sent there.
    return { kind: "failed", reason: "unusable keys" };
  }
  let posted: Posted;
  try {
    posted = await post(to.endpoint, request.headers, request.body ?? "");
  } catch (error) {
    return { kind: "retry", reason: error instanceof Error ? error.message.slice(0, 200) : "no answer" };
  }
  const { status, retryAfter } = posted;
  const reason = String(status);
  if (status >= 200 && status < 300) return { kind: "accepted" };
  if (status === 404 || status === 410) return { kind: "gone", reason };
  if (status === 429 || status >= 500) {
    return { kind: "retry", reason, ...(retryAfter !== null && { after: retryAfter }) };
  }
  return { kind: "failed", reason };
}
