import webPush from "web-push";
import { config } from "@/lib/config/config";
import { vapidKeys } from "./vapid-keys";

/** How long (ms) a signature is used. It says of itself that it holds for half a day, and a service may see it for a day. */
const kept = 30 * 60_000;
/** Addresses come from browsers: whoever makes services up does not fill the memory. */
const mostServices = 500;

type Signed = { header: string; until: number };
type Held = { secret: string; keys: ReturnType<typeof vapidKeys>; signed: Map<string, Signed> };
let held: Held | undefined;

/** By what a push service, told by its origin, knows this house (RFC 8292). One signature serves all that goes there for a while. */
export function vapidHeader(origin: string): string {
  const { AUTH_SECRET, VAPID_SUBJECT } = config();
  if (held?.secret !== AUTH_SECRET) {
    held = { secret: AUTH_SECRET, keys: vapidKeys(AUTH_SECRET), signed: new Map() };
  }
  const { keys, signed } = held;
  const earlier = signed.get(origin);
  if (earlier && earlier.until > Date.now()) return earlier.header;
  const { publicKey, privateKey } = keys;
  const { Authorization } = webPush.getVapidHeaders(origin, VAPID_SUBJECT, publicKey, privateKey, "aes128gcm");
  if (signed.size >= mostServices) signed.clear();
  signed.set(origin, { header: Authorization, until: Date.now() + kept });
  return Authorization;
}
