import * as ops from "@/lib/contract/operations/links";
import { openLinkImage } from "@/lib/domain/links/open-link-image";
import { removeLinkPreview } from "@/lib/domain/links/remove-link-preview";
import { fileResponse } from "../file-response";
import { route } from "../route";

export const linkRoutes = [
  route(ops.removeLinkPreviewOp, ({ ctx, params }) => removeLinkPreview(ctx, params.id)),
  route(ops.linkImageOp, async ({ ctx, params, request }) => {
    const image = await openLinkImage(ctx, params.id);
    return fileResponse(request, image, image.tag, false);
  }),
];
