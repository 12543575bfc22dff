import type { Attachment } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { screenName } from "../filter/screen-text";
import { presentAttachment } from "./present-attachment";
import { storeUpload } from "./store-upload";
import type { Upload, VoiceFacts } from "./upload";

/** Stores a file that a message will take by `attachment_ids`. Refuses with `filter_refused` (its name), and as `storeUpload` does. */
export async function uploadAttachment(ctx: Ctx, upload: Upload, facts: VoiceFacts): Promise<Attachment> {
  await screenName(upload.name, "attachment");
  return presentAttachment(await storeUpload(ctx, upload, facts));
}
