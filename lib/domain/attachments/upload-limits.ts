import { database } from "@/db/database";
import { selectUploadedToday } from "@/db/queries/attachments";
import { maxAttachments, maxVoiceMs, type UploadLimits } from "@/lib/contract/operations/attachments";
import type { Ctx } from "../ctx";
import { fileTypes, olderOffice, plainText } from "./file-types";
import { dailyBytes, largestBytes } from "./quota";

/** What may be uploaded, told before anybody tries: a phone with two bars shall not send 25 MB for a refusal. */
export async function uploadLimits(ctx: Ctx): Promise<UploadLimits> {
  const { db } = database();
  const { used } = await selectUploadedToday(db, ctx.userId);
  const daily = await dailyBytes(db);
  const types = [...fileTypes.values(), ...olderOffice, ...plainText];
  return {
    max_file_bytes: await largestBytes(db),
    max_files_per_message: maxAttachments,
    max_voice_ms: maxVoiceMs,
    daily_bytes: daily,
    daily_bytes_left: Math.max(0, daily - used),
    extensions: [...new Set(types.flatMap(({ extensions }) => [...extensions]))].sort(),
  };
}
