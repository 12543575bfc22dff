import { z } from "zod";
import { attachment } from "@/lib/contract/shapes";
import { maxVoiceMs } from "./attachments";
import { messageParams } from "./inputs";
import { operation } from "./operation";

/** Where uploads in parts are made, by the tus protocol (https://tus.io/protocols/resumable-upload). */
export const uploadsPath = "/api/chat/uploads/";

export const finishUploadOp = operation({
  id: "finishUpload",
  method: "POST",
  path: "/api/chat/uploads/{id}/finish/",
  summary: "Make a resumable upload whose bytes are all there an attachment of the same id, to be sent within a day",
  params: messageParams,
  body: z.strictObject({
    kind: z.literal("voice").optional(),
    duration_ms: z.int().min(0).max(maxVoiceMs).optional(),
    waveform: z.array(z.int().min(0).max(255)).max(512).optional(),
  }),
  status: 201,
  response: attachment,
  auth: "bearer",
  errors: ["forbidden", "conflict", "too_large", "unsupported_media_type", "unprocessable"],
});
