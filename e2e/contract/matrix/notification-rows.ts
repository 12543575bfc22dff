import { randomUUID } from "node:crypto";
import { unsubscribeToken } from "@/lib/domain/notifications/unsubscribe-token";
import type { Row, Rows } from "./row";
import { whereOneStands } from "./where-one-stands";

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
      call: ({ message }) => urgent(message.id),
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
    ...whereOneStands(({ message }) => urgent(message.id)),
  ],
  registerDevice: [
    {
      call: () => ({ path: "/api/devices/", body: { ...token(), platform: "android" } }),
      says: { kind: "fcm", platform: "android", accepted_at: null, failure: null, current: true },
    },
    refused("for another platform", "/api/devices/", { ...token(), platform: "palm" }, "platform"),
    refused("without a token", "/api/devices/", { token: "", platform: "ios" }, "token"),
  ],
  removeDevice: [
    { call: () => ({ path: "/api/devices/", body: token() }) },
    refused("without a token", "/api/devices/", {}, "token"),
  ],
  getPush: [{ call: () => ({ path: "/api/push/" }) }],
  subscribePush: [
    {
      call: () => ({ path: "/api/push/subscriptions/", body: { endpoint: endpoint(), keys, expirationTime: null } }),
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
      call: () => ({ path: "/api/push/subscriptions/", body: { endpoint: endpoint() } }),
    },
    refused("at no address", "/api/push/subscriptions/", { endpoint: "nowhere" }, "endpoint"),
  ],
  listNotices: [
    { call: () => ({ path: "/api/notifications/" }) },
    {
      when: "before no time",
      call: () => ({ path: "/api/notifications/?before=yesterday" }),
      by: { participant: "400 invalid_input" },
      field: "before",
    },
  ],
  seeNotices: [
    {
      call: () => ({ path: "/api/notifications/seen/", body: { until: "2026-01-01T00:00:00Z" } }),
    },
    refused("up to no time", "/api/notifications/seen/", { until: "now" }, "until"),
  ],
  stopMail: [
    {
      call: ({ people }) => ({ path: `/api/notifications/unsubscribe/?token=${unsubscribeToken(people.guest.id)}` }),
    },
    {
      when: "by a link that was not made here",
      call: () => ({ path: "/api/notifications/unsubscribe/?token=1.x" }),
      by: { nobody: "404 not_found" },
    },
  ],
  testPush: [{ call: () => ({ path: "/api/push/test/" }) }],
};
