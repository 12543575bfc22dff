import type { Upload } from "@tus/server";
import { ChatError } from "@/lib/contract/errors";
import { uploadStore } from "@/lib/storage/upload-store";
import type { Ctx } from "../ctx";

/** An upload in parts, for who began it. Refuses with `not_found` or `forbidden`. */
export async function accessUpload(ctx: Ctx, id: string): Promise<Upload> {
  const { tus } = await uploadStore();
  const upload = await tus.getUpload(id).catch(() => undefined);
  if (!upload) throw new ChatError("not_found", "There is no such upload, or it was not gone on with for a day.");
  if (upload.metadata?.owner !== String(ctx.userId)) throw new ChatError("forbidden", "This is not your upload.");
  return upload;
}
