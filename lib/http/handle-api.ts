import findMyWay from "find-my-way";
import { ChatError } from "@/lib/contract/errors";
import { documentResponse } from "./documents/document-response";
import { errorResponse } from "./error-response";
import { answerResumableUpload } from "./resumable-uploads";
import { routes } from "./routes";
import type { Route } from "./route";

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;

function build() {
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 500 });
  for (const one of routes) {
    const path = one.operation.path.replace(/\{(\w+)\}/g, ":$1");
    router.on(one.operation.method, path, () => undefined, one);
  }
  return router;
}

const router = build();

/**
 * Answers everything under /api/ that is ours, both forms of every path. Null for what Next serves: the browser's
 * sign-in.
 */
export async function handleApi(request: Request, { address }: { address: string }): Promise<Response | null> {
  const url = new URL(request.url);
  const path = url.pathname;
  if (/^\/api\/auth(\/|$)/.test(path)) return null;
  if (path.startsWith("/api/chat/uploads")) {
    const answered = await answerResumableUpload(request, path);
    if (answered) return answered;
  }
  // The answer to HEAD is that to GET; whoever sends it leaves the body out.
  const method = methods.find((one) => one === (request.method === "HEAD" ? "GET" : request.method));
  const found = method && router.find(method, path);
  if (found) {
    return (found.store as Route).answer(request, { address, params: found.params, url });
  }
  const allow = methods.filter((one) => router.find(one, path));
  const document = allow.length === 0 ? await documentResponse(request, path) : undefined;
  if (document) return document;
  const where = { method: request.method, path };
  if (allow.length === 0) return errorResponse(new ChatError("not_found", "There is nothing at this address."), where);
  const named = allow.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one]));
  const refusal = `${request.method} is not possible here.`;
  return errorResponse(new ChatError("method_not_allowed", refusal, { allow: named }), where);
}
