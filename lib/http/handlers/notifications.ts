import * as ops from "@/lib/contract/operations/notifications";
import { getPush } from "@/lib/domain/notifications/get-push";
import { listNotices } from "@/lib/domain/notifications/list-notices";
import { registerDevice } from "@/lib/domain/notifications/register-device";
import { removeDevice } from "@/lib/domain/notifications/remove-device";
import { seeNotices } from "@/lib/domain/notifications/see-notices";
import { stopMail } from "@/lib/domain/notifications/stop-mail";
import { testPush } from "@/lib/domain/notifications/test-push";
import { route } from "../route";

export const notificationRoutes = [
  route(ops.registerDeviceOp, ({ ctx, body: { token, platform } }) =>
    registerDevice(ctx, { kind: "fcm", address: token, platform, p256dh: null, auth: null }),
  ),
  route(ops.removeDeviceOp, ({ ctx, body }) => removeDevice(ctx, body.token)),
  route(ops.getPushOp, ({ ctx }) => getPush(ctx)),
  route(ops.subscribePushOp, ({ ctx, body: { endpoint, keys } }) =>
    registerDevice(ctx, { kind: "web", address: endpoint, platform: "web", ...keys }),
  ),
  route(ops.unsubscribePushOp, ({ ctx, body }) => removeDevice(ctx, body.endpoint)),
  route(ops.testPushOp, ({ ctx }) => testPush(ctx)),
  route(ops.listNoticesOp, ({ ctx, query }) => listNotices(ctx, query)),
  route(ops.stopMailOp, ({ query }) => stopMail(query)),
  route(ops.seeNoticesOp, ({ ctx, body }) => seeNotices(ctx, body)),
];
