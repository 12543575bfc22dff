import { call } from "@/lib/client/call";
import { createStore } from "@/lib/client/store";

/**
 * Whether this browser is told of news: `unsupported`; `install`: an iPhone, where only an installed app may ask;
 * `denied`: the person has refused, and only the browser's settings can change that; `off`; `on`.
 */
type PushState = "unknown" | "unsupported" | "install" | "denied" | "off" | "on";

export const pushState = createStore<PushState>("unknown");

/** The person does not want it on this device, though the browser would still allow it. */
const OFF = "aristay.push.off";

const wanted = () => {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
};

function want(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // A browser that keeps nothing keeps no subscription either.
  }
}

const isApple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
const isInstalled = () => window.matchMedia("(display-mode: standalone)").matches;

function supported(): PushState | null {
  // In development there is no worker.
  if (process.env.NODE_ENV !== "production") return "unsupported";
  if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return null;
  return isApple() && !isInstalled() ? "install" : "unsupported";
}

/** At every start: what the browser allows is looked at, and the subscription renewed where there is one to be. */
export async function keepSubscription(): Promise<void> {
  const without = supported();
  if (without) return pushState.set(without);
  if (Notification.permission === "denied") return pushState.set("denied");
  if (Notification.permission === "default" || !wanted()) return pushState.set("off");
  await subscribe().catch(() => pushState.set("off"));
}

/** Asks, and subscribes. Call it from something that the person pressed. */
export async function turnOnPush(): Promise<void> {
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return pushState.set(answer === "denied" ? "denied" : "off");
  want(true);
  await subscribe();
}

export async function turnOffPush(): Promise<void> {
  want(false);
  pushState.set("off");
  await endSubscription();
}

/** Nothing more reaches this browser, whoever uses it next. What is on the screen goes too. */
export async function endSubscription(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  await Promise.allSettled([
    subscription.unsubscribe(),
    call("DELETE /api/push/subscriptions/", { body: { endpoint } }),
  ]);
}

async function subscribe(): Promise<void> {
  const { public_key: key } = await call("GET /api/push/");
  const { pushManager } = await navigator.serviceWorker.ready;
  const held = await pushManager.getSubscription();
  if (held && !hasKey(held, key)) await held.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint = "", keys = {} } = made.toJSON();
  const { p256dh = "", auth = "" } = keys;
  await call("POST /api/push/subscriptions/", { body: { endpoint, keys: { p256dh, auth } } });
  pushState.set("on");
}

/** The house may have got other keys since: what was subscribed with the old ones hears nothing. */
function hasKey({ options }: PushSubscription, key: string): boolean {
  if (!options.applicationServerKey) return false;
  const bytes = String.fromCharCode(...new Uint8Array(options.applicationServerKey));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}
