import * as ops from "@/lib/contract/operations/passkeys";
import { addPasskey } from "@/lib/domain/passkeys/add-passkey";
import { beginPasskey } from "@/lib/domain/passkeys/begin-passkey";
import { beginPasskeySignIn } from "@/lib/domain/passkeys/begin-passkey-sign-in";
import { listPasskeys } from "@/lib/domain/passkeys/list-passkeys";
import { removePasskey } from "@/lib/domain/passkeys/remove-passkey";
import { limitOwner } from "../limit-owner";
import { route } from "../route";

export const passkeyRoutes = [
  route(ops.listPasskeysOp, ({ ctx }) => listPasskeys(ctx)),
  route(ops.beginPasskeyOp, ({ ctx, body }) => limitOwner(ctx, body, () => beginPasskey(ctx, body))),
  route(ops.addPasskeyOp, ({ ctx, body }) => addPasskey(ctx, body)),
  route(ops.removePasskeyOp, ({ ctx, params }) => removePasskey(ctx, params.id)),
  route(ops.beginPasskeySignInOp, () => beginPasskeySignIn()),
];
