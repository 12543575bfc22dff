import { finishUploadOp } from "@/lib/contract/operations/uploads";
import { finishUpload } from "@/lib/domain/uploads/finish-upload";
import { route } from "../route";

export const uploadRoutes = [
  route(finishUploadOp, ({ ctx, params, body: { kind, ...facts } }) =>
    finishUpload(ctx, params.id, { voice: kind === "voice", ...facts }),
  ),
];
