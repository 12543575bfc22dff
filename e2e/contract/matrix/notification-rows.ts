import { randomUUID } from "node:crypto";
import { unsubscribeToken } from "@/lib/domain/notifications/unsubscribe-token";
import { everybody, type Row, type Rows, writers } from "./row";

const token = () => ({ token: randomUUID() });
const endpoint = () => `https://push.example.com/send/${randomUUID()}`;
/** The uncompressed base point of P-256, and sixteen bytes. */
const keys = {
  p256dh: "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
  auth: "AAAAAAAAAAAAAAAAAAAAAA",
};
const urgent = (message: string, reason = "Water in the cellar") => ({
  path: `/api/chat/messages/${message}/urgent/`,
  body: { reason },
});
const refused = (when: string, path: string, body: object, field: string): Row => ({
  when,
  call: () => ({ path, body }),
  by: { participant: "400 invalid_input" },
  field,
});

export const notificationRows: Rows = {
  makeUrgent: [
    {
      when: "plain",
      call: ({ message }) => urgent(message.id),
      by: { ...writers(200), participant: "403 forbidden", admin: "403 forbidden" },
    },
    {
      when: "without a reason",
      call: ({ message }) => urgent(message.id, " "),
      by: { sender: "400 invalid_input" },
      field: "reason",
    },
    {
      when: "there is no such message",
      call: () => urgent(randomUUID()),
      by: { sender: "404 not_found", manager: "404 not_found" },
    },
    {
      when: "its room is archived",
      call: ({ closed }) => urgent(closed.message.id),
      by: { sender: "403 room_archived", viewer: "403 forbidden" },
    },
  ],
  registerDevice: [
    {
      when: "plain",
      call: () => ({ path: "/api/devices/", body: { ...token(), platform: "android" } }),
      by: everybody(201),
      says: { kind: "fcm", platform: "android", accepted_at: null, failure: null, current: true },
    },
    refused("for another platform", "/api/devices/", { ...token(), platform: "palm" }, "platform"),
    refused("without a token", "/api/devices/", { token: "", platform: "ios" }, "token"),
  ],
  removeDevice: [
    { when: "plain", call: () => ({ path: "/api/devices/", body: token() }), by: everybody(204) },
    refused("without a token", "/api/devices/", {}, "token"),
  ],
  getPush: [{ when: "plain", call: () => ({ path: "/api/push/" }), by: everybody(200) }],
  subscribePush: [
    {
      when: "plain",
      call: () => ({ path: "/api/push/subscriptions/", body: { endpoint: endpoint(), keys, expirationTime: null } }),
      by: everybody(201),
      says: { kind: "web", platform: "web", current: true },
    },
    refused("at no address", "/api/push/subscriptions/", { endpoint: "ftp://x", keys }, "endpoint"),
    refused(
      "with keys that are none",
      "/api/push/subscriptions/",
      { endpoint: endpoint(), keys: { ...keys, p256dh: "x" } },
      "keys.p256dh",
    ),
  ],
  unsubscribePush: [
    {
      when: "plain",
      call: () => ({ path: "/api/push/subscriptions/", body: { endpoint: endpoint() } }),
      by: everybody(204),
    },
    refused("at no address", "/api/push/subscriptions/", { endpoint: "nowhere" }, "endpoint"),
  ],
  listNotices: [
    { when: "plain", call: () => ({ path: "/api/notifications/" }), by: everybody(200) },
    {
      when: "before no time",
      call: () => ({ path: "/api/notifications/?before=yesterday" }),
      by: { participant: "400 invalid_input" },
      field: "before",
    },
  ],
  seeNotices: [
    {
      when: "plain",
      call: () => ({ path: "/api/notifications/seen/", body: { until: "2026-01-01T00:00:00Z" } }),
      by: everybody(200),
    },
    refused("up to no time", "/api/notifications/seen/", { until: "now" }, "until"),
  ],
  stopMail: [
    {
      when: "plain",
      call: ({ people }) => ({ path: `/api/notifications/unsubscribe/?token=${unsubscribeToken(people.guest.id)}` }),
      by: { nobody: 200, viewer: 200 },
    },
    {
      when: "by a link that was not made here",
      call: () => ({ path: "/api/notifications/unsubscribe/?token=1.x" }),
      by: { nobody: "404 not_found" },
    },
  ],
  testPush: [{ when: "plain", call: () => ({ path: "/api/push/test/" }), by: everybody(200) }],
};
