import * as ops from "@/lib/contract/operations/attachments";
import type { Ctx } from "@/lib/domain/ctx";
import { openAttachment } from "@/lib/domain/attachments/open-attachment";
import { uploadLimits } from "@/lib/domain/attachments/upload-limits";
import { uploadAttachment } from "@/lib/domain/attachments/upload-attachment";
import { ChatError } from "@/lib/contract/errors";
import { fileResponse } from "../file-response";
import { route } from "../route";

export const attachmentRoutes = [
  route(ops.uploadLimitsOp, ({ ctx }) => uploadLimits(ctx)),
  route(ops.uploadAttachmentOp, ({ ctx, form }) => {
    if (!form?.upload) throw new ChatError("invalid_input", "There is no file.");
    const { kind, ...facts } = form.fields;
    return uploadAttachment(ctx, form.upload, { voice: kind === "voice", ...facts });
  }),
  route(ops.attachmentFileOp, async ({ ctx, params, query, request }) =>
    fileResponse(request, await openAttachment(ctx, { id: params.id, variant: "file" }), params.id, query.download),
  ),
  route(ops.attachmentThumbnailOp, (call) => small(call, "thumbnail")),
  route(ops.attachmentPreviewOp, (call) => small(call, "preview")),
];

type Call = { ctx: Ctx; params: { id: string }; query: { download: boolean }; request: Request };

const small = async ({ ctx, params: { id }, query, request }: Call, variant: "thumbnail" | "preview") =>
  fileResponse(request, await openAttachment(ctx, { id, variant }), `${id}-${variant}`, query.download);
