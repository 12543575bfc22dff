import type { CallAnswer, CallInput, Calls } from "@/lib/contract/operations/calls";
import type { errorBody } from "@/lib/contract/error-body";
import type { z } from "zod";
import { ApiError } from "@/lib/client/api-error";
import { request } from "@/lib/client/request";

type Name = keyof Calls;
type Given<N extends Name> =
  object extends CallInput<Calls[N]> ? [input?: CallInput<Calls[N]>] : [input: CallInput<Calls[N]>];

/** What any input is to the code below; its exact form is the caller's business. */
type Texts = Record<string, string | number | boolean | undefined>;
type Parts = { params?: Texts; query?: Texts; body?: unknown };

/**
 * Calls an operation of the contract by its method and path. What it takes and answers are the types of the schemas
 * that the server parses with; of those only the types come along. An empty text in `query` counts as not given.
 */
export async function call<N extends Name>(name: N, ...[input]: Given<N>): Promise<CallAnswer<Calls[N]>> {
  const [method = "", path = ""] = name.split(" ");
  const { params = {}, query = {}, body }: Parts = input ?? {};
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(key, String(value));
  }
  const place = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const init: RequestInit = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { Accept: "application/json", "Content-Type": "application/json" };
  }
  const response = await request(search.size > 0 ? `${place}?${search.toString()}` : place, init);
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
  if (response.ok) return answer as CallAnswer<Calls[N]>;
  const refusal = (answer ?? {}) as Partial<z.infer<typeof errorBody>>;
  throw new ApiError(response.status, refusal.code ?? "unknown", refusal.detail ?? "", refusal.fields);
}
