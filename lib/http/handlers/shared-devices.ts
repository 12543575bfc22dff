import { cookieNames } from "@/lib/auth/cookie-names";
import { cookieOf } from "@/lib/auth/cookie-of";
import * as ops from "@/lib/contract/operations/shared-devices";
import { getPin } from "@/lib/domain/pins/get-pin";
import { removePin } from "@/lib/domain/pins/remove-pin";
import { setPin } from "@/lib/domain/pins/set-pin";
import { approveSharedDevice } from "@/lib/domain/shared-devices/approve-shared-device";
import { endSharedDevice } from "@/lib/domain/shared-devices/end-shared-device";
import { listSharedDevices } from "@/lib/domain/shared-devices/list-shared-devices";
import { limitOwner } from "../limit-owner";
import { pageEnvelope } from "../page-envelope";
import { Answer, route } from "../route";

/** Browsers keep no cookie for longer: 400 days. */
const maxAge = 34_560_000;

const tokenOf = (request: Request) => cookieOf(request.headers.get("cookie") ?? "", cookieNames().sharedDevice);

export const sharedDeviceRoutes = [
  route(ops.listSharedDevicesOp, async ({ ctx, query, request, url }) =>
    pageEnvelope(await listSharedDevices(ctx, { ...query, token: tokenOf(request) }), query, url),
  ),
  route(ops.approveSharedDeviceOp, async ({ ctx, body }) => {
    const { device, token } = await approveSharedDevice(ctx, body);
    const { sharedDevice, secure } = cookieNames();
    const cookie = `${sharedDevice}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
    return new Answer(201, device, { "set-cookie": cookie });
  }),
  route(ops.revokeSharedDeviceOp, ({ ctx, params }) => endSharedDevice(ctx, params.id)),
  route(ops.getPinOp, ({ ctx }) => getPin(ctx)),
  route(ops.setPinOp, ({ ctx, body }) => limitOwner(ctx, body, () => setPin(ctx, body))),
  route(ops.removePinOp, ({ ctx }) => removePin(ctx)),
];
