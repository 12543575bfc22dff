import type { Attachment } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentAttachment } from "./present-attachment";
import { storeUpload } from "./store-upload";
import type { Upload, VoiceFacts } from "./upload";

/** Stores a file that a message will take by `attachment_ids`. Refuses as `storeUpload` does. */
export async function uploadAttachment(ctx: Ctx, upload: Upload, facts: VoiceFacts): Promise<Attachment> {
  return presentAttachment(await storeUpload(ctx, upload, facts));
}
