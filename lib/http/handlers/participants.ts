import * as ops from "@/lib/contract/operations/participants";
import { addParticipant } from "@/lib/domain/participants/add-participant";
import { chooseNotifications } from "@/lib/domain/participants/choose-notifications";
import { getParticipant } from "@/lib/domain/participants/get-participant";
import { liftSilence } from "@/lib/domain/participants/lift-silence";
import { listParticipants } from "@/lib/domain/participants/list-participants";
import { muteParticipant } from "@/lib/domain/participants/mute-participant";
import { removeParticipant } from "@/lib/domain/participants/remove-participant";
import { silenceParticipant } from "@/lib/domain/participants/silence-participant";
import { updateParticipant } from "@/lib/domain/participants/update-participant";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const participantRoutes = [
  route(ops.listParticipantsOp, async ({ ctx, query, url }) =>
    pageEnvelope(await listParticipants(ctx, query), query, url),
  ),
  route(ops.addParticipantOp, ({ ctx, body }) => addParticipant(ctx, body)),
  route(ops.getParticipantOp, ({ ctx, params }) => getParticipant(ctx, params.id)),
  route(ops.updateParticipantOp, ({ ctx, params, body }) => updateParticipant(ctx, { id: params.id, ...body })),
  route(ops.removeParticipantOp, async ({ ctx, params }) => {
    await removeParticipant(ctx, params.id);
  }),
  route(ops.silenceParticipantOp, ({ ctx, params, body }) => silenceParticipant(ctx, { id: params.id, ...body })),
  route(ops.liftSilenceOp, ({ ctx, params }) => liftSilence(ctx, params.id)),
  route(ops.setNotifyOp, ({ ctx, params, body }) => chooseNotifications(ctx, { id: params.id, ...body })),
  route(ops.muteParticipantOp, ({ ctx, params, body }) => muteParticipant(ctx, { id: params.id, ...body })),
];
