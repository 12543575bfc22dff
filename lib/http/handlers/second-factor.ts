import * as ops from "@/lib/contract/operations/second-factor";
import { beginSecondFactor } from "@/lib/domain/second-factor/begin-second-factor";
import { confirmSecondFactor } from "@/lib/domain/second-factor/confirm-second-factor";
import { endSecondFactor } from "@/lib/domain/second-factor/end-second-factor";
import { getSecondFactor } from "@/lib/domain/second-factor/get-second-factor";
import { renewRecoveryCodes } from "@/lib/domain/second-factor/renew-recovery-codes";
import { resetSecondFactor } from "@/lib/domain/second-factor/reset-second-factor";
import { limitOwner } from "../limit-owner";
import { route } from "../route";

export const secondFactorRoutes = [
  route(ops.getSecondFactorOp, ({ ctx }) => getSecondFactor(ctx)),
  route(ops.beginSecondFactorOp, ({ ctx, body }) => limitOwner(ctx, body, () => beginSecondFactor(ctx, body))),
  route(ops.confirmSecondFactorOp, ({ ctx, body }) => limitOwner(ctx, body, () => confirmSecondFactor(ctx, body.otp))),
  route(ops.renewRecoveryCodesOp, ({ ctx, body }) => limitOwner(ctx, body, () => renewRecoveryCodes(ctx, body))),
  route(ops.endSecondFactorOp, ({ ctx, body }) => limitOwner(ctx, body, () => endSecondFactor(ctx, body))),
  route(ops.resetSecondFactorOp, ({ ctx, params }) => resetSecondFactor(ctx, params.id)),
];
