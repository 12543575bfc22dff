import { ChatError } from "@/lib/contract/errors";
import { errorResponse } from "../error-response";
import { asyncApiDocument } from "./asyncapi";
import { openApiDocument } from "./openapi";
import { referenceResponse } from "./reference";

const documents: Record<string, () => object> = {
  "openapi.json": openApiDocument,
  "asyncapi.json": asyncApiDocument,
};
const made = new Map<string, string>();

/** The API's own description, open to anybody, both forms of each path; undefined for every other path. */
export async function documentResponse(request: Request, pathname: string): Promise<Response | undefined> {
  const [, name = "", rest = ""] = /^\/api\/(openapi\.json|asyncapi\.json|docs)\/?(.*)$/.exec(pathname) ?? [];
  if (name === "" || (name !== "docs" && rest !== "")) return undefined;
  if (name === "docs" && rest !== "" && !pathname.startsWith("/api/docs/")) return undefined;
  const response = name === "docs" ? await referenceResponse(rest.replace(/\/$/, ""), request) : describe(name);
  if (!response || request.method === "GET" || request.method === "HEAD") return response;
  const refusal = new ChatError("method_not_allowed", `${request.method} is not possible here.`, {
    allow: ["GET", "HEAD"],
  });
  return errorResponse(refusal, { method: request.method, path: pathname });
}

/** Made when somebody first asks: it costs more than a request should. */
function describe(name: string): Response {
  const text = made.get(name) ?? JSON.stringify(documents[name]?.());
  made.set(name, text);
  return new Response(text, {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" },
  });
}
