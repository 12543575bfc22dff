import { ZodError, type z } from "zod";
import { authenticateRequest } from "@/lib/auth/authenticate";
import { checkOrigin } from "@/lib/auth/check-origin";
import { ChatError } from "@/lib/contract/errors";
import type { Operation } from "@/lib/contract/operations/operation";
import type { Ctx } from "@/lib/domain/ctx";
import { errorResponse } from "./error-response";
import { jsonResponse } from "./json-response";
import { spend } from "./rate-limits";
import { readJson } from "./read-json";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Call<O extends Operation> = {
  /** Who asks; for calls without a token there is nobody. */
  ctx: O["auth"] extends "bearer" ? Ctx : undefined;
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  body: Parsed<O["body"]>;
  request: Request;
  url: URL;
  address: string;
};

export type Route = {
  operation: Operation;
  answer(
    request: Request,
    info: { address: string; params: Record<string, string | undefined>; url: URL },
  ): Promise<Response>;
};

/** An answer whose status is not the usual one of its operation. */
export class Answer<T> {
  constructor(
    readonly status: 200 | 201,
    readonly body: T,
  ) {}
}

type Given<O extends Operation> = O["response"] extends z.ZodType ? z.output<O["response"]> : void;

/** An operation and what it does: authenticate, parse, call one verb, present. */
export function route<const O extends Operation>(
  operation: O,
  work: (call: Call<O>) => Promise<Given<O> | Answer<Given<O>>>,
): Route {
  const unsafe = operation.method !== "GET";
  return {
    operation,
    async answer(request, { address, params, url }) {
      try {
        let ctx: Ctx | undefined;
        if (operation.auth === "bearer") {
          const caller = await authenticateRequest(request);
          if (unsafe) checkOrigin(request.headers, caller.via);
          await spend(unsafe ? "write" : "read", caller.ctx.userId);
          ctx = caller.ctx;
        } else await spend("open", address);
        const call = {
          ctx,
          params: parsePath(operation.params, params),
          query: operation.query?.parse(queryOf(url)),
          body: operation.body?.parse(await readJson(request)),
          request,
          url,
          address,
        };
        // Each part was parsed by the schema that its type is taken from.
        const result = await work(call as Call<O>);
        if (result instanceof Answer) return jsonResponse(result.status, result.body);
        if (operation.status === 204) return new Response(null, { status: 204 });
        return jsonResponse(operation.status, result);
      } catch (thrown) {
        return errorResponse(thrown, { method: request.method, path: operation.path });
      }
    },
  };
}

/** An id in a path that can be no id names nothing: 404, not 400. */
function parsePath(schema: z.ZodType | undefined, given: Record<string, string | undefined>): unknown {
  try {
    return schema?.parse(given);
  } catch (thrown) {
    if (thrown instanceof ZodError) throw new ChatError("not_found", "There is nothing at this address.");
    throw thrown;
  }
}

/** A name given several times stays an array, which no schema accepts. */
function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}
