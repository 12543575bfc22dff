/// <reference lib="webworker" />
import type { PushData, PushPayload } from "@/lib/contract/push-data";

declare const self: ServiceWorkerGlobalScope;

/** What a notification on screen knows about itself. */
type Shown = PushData & {
  navigate: string;
  /** What was said in the room and stands in it, and the messages that say it. */
  lines: string[];
  messages: string[];
};
/** Known to browsers, and not yet to the types. */
type Options = NotificationOptions & {
  renotify: boolean;
  timestamp: number;
  actions: { action: string; title: string; type?: "text"; placeholder?: string }[];
};

/** What a page tells of reading: rooms, each with the number that it is read up to. */
export type ReadSoFar = { read: [room: string, seq: number][] };

const mostLines = 5;
const mostMessages = 50;

/** Shows what comes from push services, and does what is asked for on it. */
export function handlePush(): void {
  self.addEventListener("push", (event) => {
    const payload = event.data?.json() as PushPayload | undefined;
    if (payload) event.waitUntil(inTurn(() => receive(payload)));
  });
  self.addEventListener("message", (event) => {
    const { read } = (event.data ?? {}) as Partial<ReadSoFar>;
    if (read) event.waitUntil(inTurn(() => takeOff(new Map(read))));
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(act(event.notification.data as Shown, event.action, (event as { reply?: string | null }).reply));
  });
  self.addEventListener("pushsubscriptionchange", (event) => {
    (event as ExtendableEvent).waitUntil(subscribeAgain(event));
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * One after the other: what is shown is looked at and then replaced by its tag. Two pushes at once would each lose what
 * the other shows, and what is taken off because it was read could be what has just come instead.
 */
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

async function receive({ notification, data, app_badge }: PushPayload): Promise<void> {
  await showBadge(app_badge);
  if (data?.kind === "read") return takeOff(new Map([[data.room, data.seq]]));
  if (!notification) return;
  const { title, body, icon, navigate, tag, lang, data: about } = notification;
  const [before] = await self.registration.getNotifications({ tag });
  const earlier = before?.data as Shown | undefined;
  const message = about.kind === "message" ? about.message : null;
  // A push service may hand the same over twice: it is shown, but nobody is called a second time.
  const known = message !== null && (earlier?.messages.includes(message) ?? false);
  const lines = known ? (earlier?.lines ?? [body]) : [...(earlier?.lines ?? []), body].slice(-mostLines);
  const messages = [...(earlier?.messages ?? []), ...(message === null || known ? [] : [message])].slice(-mostMessages);
  const shown: Shown = { ...about, navigate, lines: message === null ? [body] : lines, messages };
  const options: Options = {
    body: shown.lines.join("\n"),
    icon,
    badge: "/icons/badge-96.png",
    tag,
    lang,
    data: shown,
    silent: known,
    renotify: !known,
    timestamp: Date.now(),
    requireInteraction: about.kind === "message" && about.urgent,
    actions:
      about.kind === "message"
        ? [
            { action: "reply", type: "text", title: about.reply, placeholder: about.reply },
            { action: "read", title: about.markRead },
          ]
        : [],
  };
  await self.registration.showNotification(title, options);
}

async function takeOff(read: Map<string, number>): Promise<void> {
  for (const notification of await self.registration.getNotifications()) {
    const shown = notification.data as Shown;
    if (shown.kind === "message" && (read.get(shown.room) ?? -1) >= shown.seq) notification.close();
  }
}

async function showBadge(count: number): Promise<void> {
  const badging = self.navigator as { setAppBadge?: (count: number) => Promise<void> };
  await badging.setAppBadge?.(count).catch(() => undefined);
}

async function act(shown: Shown, action: string, reply: string | null | undefined): Promise<void> {
  if (shown.kind === "message" && action === "read") {
    if (await send(`/api/chat/rooms/${shown.room}/mark_read/`, { seq: shown.seq })) return;
  }
  if (shown.kind === "message" && action === "reply" && reply) {
    const message = { room: shown.room, content: reply, client_id: crypto.randomUUID() };
    if (await send("/api/chat/messages/", message)) return;
  }
  await open(shown.navigate);
}

async function send(path: string, body: object): Promise<boolean> {
  try {
    const headers = { "Content-Type": "application/json" };
    return (await fetch(path, { method: "POST", headers, body: JSON.stringify(body) })).ok;
  } catch {
    return false;
  }
}

/** In the window that there is, which goes there without loading anew; in a new one when there is none that answers. */
async function open(address: string): Promise<void> {
  const url = new URL(address);
  const path = url.pathname + url.search;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const [window] = windows.toSorted((a, b) => rank(a) - rank(b));
  if (!window) return void (await self.clients.openWindow(path));
  await window.focus().catch(() => undefined);
  if (await asked(window, path)) return;
  await window.navigate(path).catch(() => self.clients.openWindow(path));
}

const rank = (client: WindowClient) => (client.focused ? 0 : client.visibilityState === "visible" ? 1 : 2);

function asked(window: WindowClient, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    // A page that was frozen, or is still being loaded, says nothing.
    setTimeout(() => resolve(false), 1000);
    window.postMessage({ open: path }, [port2]);
  });
}

/** The push service has ended a subscription: the same browser subscribes anew, while no page is open. */
async function subscribeAgain({ oldSubscription }: { oldSubscription?: PushSubscription | null }): Promise<void> {
  const applicationServerKey = oldSubscription?.options.applicationServerKey;
  if (!applicationServerKey) return;
  const made = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  await send("/api/push/subscriptions/", made.toJSON());
}
