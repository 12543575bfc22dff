import { Server, type Upload } from "@tus/server";
import { z } from "zod";
import { authenticateRequest } from "@/lib/auth/authenticate";
import { checkOrigin } from "@/lib/auth/check-origin";
import { ChatError, type ErrorCode } from "@/lib/contract/errors";
import { maxFileBytes } from "@/lib/contract/operations/attachments";
import { uploadsPath } from "@/lib/contract/operations/uploads";
import type { Ctx } from "@/lib/domain/ctx";
import { accessUpload } from "@/lib/domain/uploads/access-upload";
import { beginUpload } from "@/lib/domain/uploads/begin-upload";
import { uploadStore } from "@/lib/storage/upload-store";
import { errorResponse } from "./error-response";
import { type RateKind, spend } from "./rate-limits";

/** The person of a request, and what it was refused with: the library passes on neither. */
type Call = { ctx: Ctx; id: string; refusal?: Error };
const calls = new WeakMap<object, Call>();
const callOf = (request: object): Call => {
  const call = calls.get(request);
  if (!call) throw new ChatError("unauthorized", "Sign in first.");
  return call;
};

const address = new RegExp(`^${uploadsPath}(?:([^/]+)/?)?$`);
const rates: Record<string, RateKind> = { HEAD: "read", POST: "upload" };
const methods = { all: ["POST", "OPTIONS"], one: ["HEAD", "PATCH", "DELETE", "OPTIONS"] };

/** The tus protocol, version 1.0.0: null for every other address. Both forms of the path answer. */
export async function answerResumableUpload(request: Request, path: string): Promise<Response | null> {
  const [matched, id] = address.exec(path.endsWith("/") ? path : `${path}/`) ?? [];
  if (matched === undefined) return null;
  const where = { method: request.method, path: id === undefined ? uploadsPath : `${uploadsPath}{id}/` };
  try {
    const allow = id === undefined ? methods.all : methods.one;
    if (!allow.includes(request.method)) {
      throw new ChatError("method_not_allowed", `${request.method} is not possible here.`, { allow });
    }
    const { ctx, via } = await authenticateRequest(request);
    if (request.method !== "HEAD") checkOrigin(request.headers, via);
    await spend(rates[request.method] ?? "write", ctx.userId);
    if (id !== undefined && !z.guid().safeParse(id).success)
      throw new ChatError("not_found", "There is no such upload.");
    const call: Call = { ctx, id: id?.toLowerCase() ?? "" };
    calls.set(request, call);
    const response = await (await server()).handleWeb(request);
    if (response.status >= 400 && response.status !== 412) throw call.refusal ?? protocolError(response.status);
    for (const name of [...response.headers.keys()]) {
      // Pages of other origins have no business here.
      if (name.startsWith("access-control-")) response.headers.delete(name);
    }
    return response;
  } catch (error) {
    return errorResponse(error, where);
  }
}

let running: Promise<Server> | undefined;

const server = () => (running ??= start());

async function start(): Promise<Server> {
  const { tus } = await uploadStore();
  return new Server({
    path: uploadsPath.slice(0, -1),
    datastore: tus,
    maxSize: maxFileBytes,
    allowedOrigins: [],
    getFileIdFromRequest: (request) => callOf(request).id,
    // Relative to the address that the client asked: behind a proxy only the client knows its whole.
    generateUrl: (_request, { id }) => `${uploadsPath}${id}/`,
    namingFunction: (request, metadata) =>
      beginUpload(callOf(request).ctx, {
        name: metadata?.filename ?? "",
        size: Number(request.headers.get("upload-length") ?? Number.NaN) || undefined,
      }),
    onUploadCreate: (request, { metadata }: Upload) =>
      Promise.resolve({
        metadata: {
          filename: metadata?.filename ?? "",
          filetype: metadata?.filetype ?? "",
          owner: String(callOf(request).ctx.userId),
        },
      }),
    async onIncomingRequest(request, id) {
      if (request.method !== "POST") await accessUpload(callOf(request).ctx, id);
    },
    onResponseError(request, error) {
      const call = callOf(request);
      if (error instanceof Error) call.refusal = error;
      return undefined;
    },
  });
}

const codes: Record<number, ErrorCode> = {
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  410: "not_found",
  413: "too_large",
  415: "unsupported_media_type",
};

const sentences: Partial<Record<ErrorCode, string>> = {
  conflict: "The upload has another offset. Ask for it by HEAD and go on from there.",
  not_found: "There is no such upload, or it was not gone on with for a day.",
  too_large: "A file may have at most 25 MB.",
};

function protocolError(status: number): ChatError {
  const code = codes[status] ?? (status >= 500 ? "unavailable" : "invalid_input");
  return new ChatError(code, sentences[code] ?? "The request does not follow the tus protocol.");
}
