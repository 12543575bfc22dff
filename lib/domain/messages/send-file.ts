import { database } from "@/db/database";
import { hasSent } from "@/db/queries/attachments";
import type { Message } from "@/lib/contract/shapes";
import { forgetFile } from "../attachments/forget-files";
import { storeUpload } from "../attachments/store-upload";
import type { Upload, VoiceFacts } from "../attachments/upload";
import type { Ctx } from "../ctx";
import { screenName } from "../filter/screen-text";
import { sendMessage, type SendMessageInput } from "./send-message";

export type SendFileInput = Omit<SendMessageInput, "attachment_ids"> & Omit<VoiceFacts, "voice">;

/**
 * Sends a message with the one file that came along. A retry is recognised by the bytes of the file, and its file is
 * stored once. Refuses with `filter_refused` (the name of the file), and as `sendMessage` and `storeUpload` do, and leaves no file behind then.
 */
export async function sendFile(
  ctx: Ctx,
  { duration_ms, waveform, ...input }: SendFileInput,
  upload: Upload,
): Promise<{ message: Message; created: boolean }> {
  const marks = [upload.sha256];
  if (input.client_id !== undefined && (await hasSent(database().db, ctx.userId, input.client_id))) {
    return sendMessage(ctx, input, marks);
  }
  await screenName(upload.name, "attachment");
  const file = await storeUpload(ctx, upload, { voice: input.message_type === "voice", duration_ms, waveform });
  let used = false;
  try {
    const sent = await sendMessage(ctx, { ...input, attachment_ids: [file.id] }, marks);
    used = sent.created;
    return sent;
  } finally {
    if (!used) await forgetFile(file.id);
  }
}
