import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { uploadsPath } from "@/lib/contract/operations/uploads";

const text = { type: "string" as const };
const number = { type: "integer" as const, minimum: 0 };
const header = (name: string, schema: typeof text | typeof number, description: string, required = true) => ({
  name,
  in: "header" as const,
  required,
  schema,
  description,
});
const version = header("Tus-Resumable", text, "1.0.0");
const id = { name: "id", in: "path" as const, required: true, schema: { ...text, format: "uuid" } };
const answers = (success: string, meaning: string): ZodOpenApiOperationObject["responses"] => ({
  [success]: { description: meaning },
  "4XX": { description: "An error in the form of every other call; 412 for another version of the protocol." },
});
const call = (
  operationId: string,
  summary: string,
  parameters: ZodOpenApiOperationObject["parameters"],
  responses: ZodOpenApiOperationObject["responses"],
): ZodOpenApiOperationObject => ({
  operationId,
  summary,
  tags: ["uploads"],
  security: [{ bearer: [] }, { cookie: [] }],
  parameters: [version, ...(parameters ?? [])],
  responses,
});

/** Uploads in parts follow a protocol of their own (tus 1.0.0): these calls are answered by its library, not by operations. */
export const resumableUploadPaths: ZodOpenApiPathsObject = {
  [uploadsPath]: {
    post: call(
      "beginUpload",
      "Begin a resumable upload (tus); `Location` says where its bytes go",
      [
        header("Upload-Length", number, "Its size: 1 byte to 25 MB."),
        header("Upload-Metadata", text, "`filename <base64>,filetype <base64>`", false),
      ],
      answers("201", "Begun. It waits 24 hours for its bytes."),
    ),
  },
  [`${uploadsPath}{id}/`]: {
    head: call("getUploadOffset", "How many bytes are there (tus)", [id], answers("200", "`Upload-Offset` says so.")),
    patch: {
      ...call(
        "appendToUpload",
        "Send bytes from an offset on (tus); what arrived before a line broke stays",
        [id, header("Upload-Offset", number, "Where these bytes begin.")],
        answers("204", "`Upload-Offset` is where the next ones begin."),
      ),
      requestBody: { content: { "application/offset+octet-stream": { schema: { ...text, format: "binary" } } } },
    },
    delete: call("cancelUpload", "Give an upload up (tus)", [id], answers("204", "Its bytes are gone.")),
  },
};
