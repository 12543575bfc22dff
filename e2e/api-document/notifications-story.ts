import { unsubscribeToken } from "@/lib/domain/notifications/unsubscribe-token";
import type { Recorder } from "./recorder";

const token = "fKx3_token-of-the-phone-app:APA91b";
const endpoint = "https://push.example.com/send/e5Wq";
const keys = {
  p256dh: "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
  auth: "AAAAAAAAAAAAAAAAAAAAAA",
};

/** Being told of news: the phone app's token, a browser's subscription, and what of a room one wants to hear. */
export async function notificationsStory(
  recorder: Recorder,
  { ben, message, seat }: { ben: string; message: string; seat: number },
): Promise<void> {
  const call = recorder.call.bind(recorder);
  await call("registerDevice", { by: ben, body: { token, platform: "android" } });
  await call("getPush", { by: ben });
  await call("testPush", { by: ben });
  await call("removeDevice", { by: ben, body: { token } });
  await call("subscribePush", { by: ben, body: { endpoint, keys } });
  await call("unsubscribePush", { by: ben, body: { endpoint } });
  await call("listNotices", { by: ben });
  await call("seeNotices", { by: ben, body: { until: "2026-01-01T00:00:00Z" } });
  // The secret of the tests is always the same, and so is what it seals for the first person.
  await call("stopMail", { query: { token: unsubscribeToken(1) } });
  await call("setNotify", { by: ben, params: { id: seat }, body: { notify: "mentions" } });
  await call("makeUrgent", { by: ben, params: { id: message }, body: { reason: "Water is running" } });
}
