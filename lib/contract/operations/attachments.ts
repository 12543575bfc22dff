import { z } from "zod";
import { attachment } from "@/lib/contract/shapes";
import { flagText, messageParams } from "./inputs";
import { operation } from "./operation";

export const maxFileBytes = 25 * 1024 * 1024;
export const maxAttachments = 10;
/** A voice message has at most 5 minutes; recorders are not exact. */
export const maxVoiceMs = 5 * 60_000 + 5000;

const emptyIsAbsent = (given: unknown) => (given === "" ? undefined : given);

/** A field of a form: every one is text, and an empty one was left out. */
export const formField = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());

const waveformText = z
  .string()
  .max(4096)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("It must be a JSON array of whole numbers from 0 to 255.");
      return z.NEVER;
    }
  })
  .pipe(z.array(z.int().min(0).max(255)).max(512));

/** What a recorder says about its recording. */
export const voiceFields = {
  duration_ms: formField(
    z
      .string()
      .regex(/^\d{1,7}$/, "It must be a whole number.")
      .transform(Number)
      .pipe(z.int().max(maxVoiceMs)),
  ),
  waveform: formField(waveformText),
};

export const uploadAttachmentOp = operation({
  id: "uploadAttachment",
  method: "POST",
  path: "/api/chat/attachments/",
  rate: "upload",
  summary: "Upload a file, to be sent with a message by `attachment_ids` within a day",
  form: {
    file: "file",
    required: true,
    fields: z.strictObject({ kind: formField(z.literal("voice")), ...voiceFields }),
  },
  status: 201,
  response: attachment,
  auth: "bearer",
  errors: ["forbidden", "too_large", "unsupported_media_type", "unprocessable", "filter_refused"],
});

export const uploadLimits = z
  .object({
    max_file_bytes: z.int(),
    max_files_per_message: z.int(),
    max_voice_ms: z.int(),
    /** A quota per person and day (UTC), and what is left of it now. */
    daily_bytes: z.int(),
    daily_bytes_left: z.int(),
    /** Endings of names that may be sent; the content has to agree. */
    extensions: z.array(z.string()),
  })
  .meta({ id: "UploadLimits" });

export type UploadLimits = z.infer<typeof uploadLimits>;

export const uploadLimitsOp = operation({
  id: "getUploadLimits",
  method: "GET",
  path: "/api/chat/attachments/limits/",
  summary: "What may be uploaded: sizes, numbers, types, and what is left of the day's quota",
  status: 200,
  response: uploadLimits,
  auth: "bearer",
  errors: [],
});

const query = z.strictObject({ download: flagText.default(false) });

export const attachmentFileOp = operation({
  id: "getAttachmentFile",
  method: "GET",
  path: "/api/chat/attachments/{id}/file/",
  summary: "The file itself, or a range of it",
  params: messageParams,
  query,
  status: 200,
  response: null,
  answers: "file",
  auth: "bearer",
  errors: ["not_participant", "forbidden", "not_found"],
});

export const attachmentPreviewOp = operation({
  id: "getAttachmentPreview",
  method: "GET",
  path: "/api/chat/attachments/{id}/preview/",
  summary: "A WebP of a large picture, as large as a screen",
  params: messageParams,
  query,
  status: 200,
  response: null,
  answers: "file",
  auth: "bearer",
  errors: ["not_participant", "forbidden", "not_found"],
});

export const attachmentThumbnailOp = operation({
  id: "getAttachmentThumbnail",
  method: "GET",
  path: "/api/chat/attachments/{id}/thumbnail/",
  summary: "A small WebP of a picture",
  params: messageParams,
  query,
  status: 200,
  response: null,
  answers: "file",
  auth: "bearer",
  errors: ["not_participant", "forbidden", "not_found"],
});
