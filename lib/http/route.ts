import { ZodError, type z } from "zod";
import { authenticateRequest } from "@/lib/auth/authenticate";
import { checkOrigin } from "@/lib/auth/check-origin";
import { ChatError } from "@/lib/contract/errors";
import type { Operation } from "@/lib/contract/operations/operation";
import type { Upload } from "@/lib/domain/attachments/upload";
import type { Ctx } from "@/lib/domain/ctx";
import { answerWithin, inTime } from "@/lib/errors/in-time";
import { heldToContract } from "./answer-faults";
import { errorResponse } from "./error-response";
import { jsonResponse } from "./json-response";
import { spend } from "./rate-limits";
import { isForm, readForm, type SentForm } from "./read-form";
import { readJson } from "./read-json";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Call<O extends Operation> = {
  /** Who asks; for calls without a token there is nobody. */
  ctx: O["auth"] extends "bearer" ? Ctx : undefined;
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  /** Undefined where the operation also takes a form, and one came. */
  body: O extends { form: object } ? Parsed<O["body"]> | undefined : Parsed<O["body"]>;
  form: O extends { form: { fields: infer F } } ? { fields: Parsed<F>; upload: Upload | null } | undefined : undefined;
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

/** An answer whose status is not the usual one of its operation, or that says more in its headers. */
export class Answer<T> {
  constructor(
    readonly status: 200 | 201,
    readonly body: T,
    readonly headers: Record<string, string> = {},
  ) {}
}

type Given<O extends Operation> = O["response"] extends z.ZodType ? z.output<O["response"]> : void;

/** An operation and what it does: authenticate, parse, call one verb, present. */
export function route<const O extends Operation>(
  operation: O,
  work: (call: Call<O>) => Promise<(O extends { answers: "file" } ? Response : Given<O>) | Answer<Given<O>>>,
): Route {
  const unsafe = operation.method !== "GET";
  const answer: Route["answer"] = async (request, { address, params, url }) => {
    let sent: SentForm | undefined;
    try {
      let ctx: Ctx | undefined;
      const began = performance.now();
      if (operation.auth === "bearer") {
        const caller = await authenticateRequest(request);
        if (unsafe) checkOrigin(request.headers, caller.via);
        await spend(operation.rate ?? (unsafe ? "write" : "read"), caller.ctx.userId);
        ctx = { ...caller.ctx, address };
      } else await spend(operation.rate ?? "open", address);
      const left = answerWithin - (performance.now() - began);
      const path = parsePath(operation.params, params);
      const query = operation.query?.parse(queryOf(url));
      if (operation.form && isForm(request)) sent = await readForm(request, operation.form.file);
      else if (operation.form && !operation.body) throw notAForm();
      const call = {
        ctx,
        params: path,
        query,
        body: sent ? undefined : operation.body?.parse(await readJson(request)),
        form: sent && parseForm(operation, sent),
        request,
        url,
        address,
      };
      // Each part was parsed by the schema that its type is taken from.
      const working = work(call as Call<O>);
      // Making pictures takes its time; the statements of it are limited one by one.
      const result = await (sent ? working : inTime(working, left));
      if (result instanceof Response) return result;
      if (result instanceof Answer) return jsonResponse(result.status, result.body, result.headers);
      if (operation.status === 204) return new Response(null, { status: 204 });
      return jsonResponse(operation.status, result);
    } catch (thrown) {
      return errorResponse(thrown, { method: request.method, path: operation.path });
    } finally {
      await sent?.discard();
    }
  };
  if (process.env.NODE_ENV !== "test") return { operation, answer };
  return { operation, answer: async (request, info) => heldToContract(operation, await answer(request, info)) };
}

const notAForm = () => new ChatError("unsupported_media_type", "Send the file as multipart/form-data.");

function parseForm({ form }: Operation, sent: SentForm): { fields: unknown; upload: Upload | null } {
  if (form?.required && !sent.upload) {
    throw new ChatError("invalid_input", "There is no file.", { fields: { [form.file]: ["It is required."] } });
  }
  return { fields: form?.fields.parse(sent.fields), upload: sent.upload };
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

/** A name given several times stays an array, which no schema accepts; and `__proto__` is a name like any other. */
function queryOf(url: URL): Record<string, string | string[]> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
