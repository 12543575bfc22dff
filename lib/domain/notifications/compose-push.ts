import { createHash } from "node:crypto";
import type { OpenDelivery } from "@/db/queries/push-deliveries";
import { config } from "@/lib/config/config";
import type { PushData } from "@/lib/contract/push-data";
import type { PhonePush } from "@/lib/push/send-fcm";
import type { WebPush } from "@/lib/push/send-web-push";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";
import { pushWords } from "./push-words";

const day = 24 * 3600;
const longest = 180;

/** What a notification shows, and what it is about. `shown: null` takes something off the screen. */
type Told = {
  shown: { title: string; body: string; icon: string; path: string; tag: string } | null;
  data: PushData;
  urgency: WebPush["urgency"];
  /** What counts as the same, for a push service that could not hand it over yet. */
  topic: string;
};

/** What this delivery tells its device; null when it has nothing to tell any more. */
function tell(delivery: OpenDelivery): Told | null {
  const [kind, ...rest] = delivery.subject.split(":");
  const t = pushWords(delivery.locale);
  const icon = "/icons/icon-192.png";
  switch (kind) {
    case "message":
      return tellMessage(delivery);
    case "read": {
      const [room = "", seq = "0"] = rest;
      return { shown: null, data: { kind, room, seq: Number(seq) }, urgency: "low", topic: delivery.subject };
    }
    case "digest": {
      const [messages = 0, rooms = 0] = rest.slice(-2).map(Number);
      const title = t("digestTitle", { count: messages });
      const shown = { title, body: t("digestBody", { count: rooms }), icon, path: "/chat", tag: "digest" };
      return { shown, data: { kind }, urgency: "normal", topic: "digest" };
    }
    case "test": {
      const shown = { title: t("testTitle"), body: t("testBody"), icon, path: "/settings/notifications", tag: "test" };
      return { shown, data: { kind }, urgency: "high", topic: "test" };
    }
    default:
      return null;
  }
}

function tellMessage({ message, room, locale, notification_text, unread }: OpenDelivery): Told | null {
  if (!message || !room) return null;
  const t = pushWords(locale);
  const sender = message.sender ? presentUser(message.sender).full_name : "";
  const direct = room.room_type === "direct";
  const said = (() => {
    if (message.content !== "") return shorten(message.content);
    if (message.message_type === "image") return t("image");
    return message.message_type === "voice" ? t("voice") : t("file");
  })();
  const line = direct || sender === "" ? said : `${sender}: ${said}`;
  return {
    shown: {
      title: notification_text ? displayName(room) : t("title"),
      body: notification_text ? line : t("newMessage"),
      icon: (notification_text && ownPicture(message.avatar_url)) || "/icons/icon-192.png",
      path: `/chat/${room.id}?message=${message.id}`,
      tag: `room:${room.id}`,
    },
    data: {
      kind: "message",
      room: room.id,
      message: message.id,
      seq: message.seq,
      unread,
      urgent: message.urgent,
      reply: t("reply"),
      markRead: t("markRead"),
    },
    urgency: direct || message.concerns || message.urgent ? "high" : "normal",
    // Of what is said to all, the newest is enough for a device that comes back; what is said to one person is not lost.
    topic: message.concerns || message.urgent ? message.id : room.id,
  };
}

/** A picture from elsewhere would tell its server who gets a notification when. */
function ownPicture(url: string | null): string | null {
  return url !== null && new URL(url).origin === config().APP_URL ? url : null;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}

/** For a browser: in the declarative form, which Apple's show without any script; the service worker reads the same. */
export function composeWebPush(delivery: OpenDelivery): WebPush | null {
  const told = tell(delivery);
  if (!told) return null;
  const { shown, data, urgency, topic } = told;
  const { APP_URL } = config();
  const badge = delivery.badge;
  const notification = shown && {
    title: shown.title,
    body: shown.body,
    icon: new URL(shown.icon, APP_URL).href,
    navigate: APP_URL + shown.path,
    tag: shown.tag,
    lang: delivery.locale,
    // Older Safari reads it here, as text.
    app_badge: String(badge),
    data,
  };
  return {
    payload: notification ? { web_push: 8030, notification, app_badge: badge } : { data, app_badge: badge },
    urgency,
    topic: createHash("sha256").update(topic).digest("base64url").slice(0, 32),
    ttl: day,
  };
}

export function composePhonePush(delivery: OpenDelivery): PhonePush | null {
  const told = tell(delivery);
  if (!told) return null;
  const { shown, data } = told;
  const facts = Object.entries({
    type: data.kind,
    ...("room" in data && { room_id: data.room, seq: data.seq }),
    ...("message" in data && { message_id: data.message, unread_count: data.unread }),
    badge: delivery.badge,
  });
  return {
    notification: shown && { title: shown.title, body: shown.body },
    data: Object.fromEntries(facts.map(([name, value]) => [name, String(value)])),
    tag: shown?.tag ?? ("room" in data ? `room:${data.room}` : data.kind),
    badge: delivery.badge,
    urgent: "urgent" in data && data.urgent,
  };
}
