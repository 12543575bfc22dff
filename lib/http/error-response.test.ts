import { expect, it } from "vitest";
import { z } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { errorResponse } from "./error-response";

const where = { method: "GET", path: "/api/x/" };
const coded = (code: string) => Object.assign(new Error("from the driver"), { code });
const wrapped = (code: string) => new Error("Failed query", { cause: coded(code) });

it.each([
  [wrapped("57014"), 503, "timeout"],
  [wrapped("55P03"), 503, "timeout"],
  [wrapped("ECONNREFUSED"), 503, "unavailable"],
  [coded("CONNECT_TIMEOUT"), 503, "unavailable"],
  [new AggregateError([coded("ECONNREFUSED")]), 503, "unavailable"],
  [wrapped("22021"), 400, "invalid_input"],
  [wrapped("23505"), 409, "conflict"],
  [wrapped("42703"), 500, "internal"],
  ["thrown text", 500, "internal"],
])("turns %s into %i %s", async (thrown, status, code) => {
  const response = errorResponse(thrown, where);
  expect(response.status).toBe(status);
  expect(response.headers.has("retry-after")).toBe(status === 503);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ code, error: body.detail });
  expect(body.request_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(body)).not.toContain("driver");
});

it("says how to authenticate, how long to wait and what is allowed", () => {
  expect(errorResponse(new ChatError("bad_credentials", "No."), where).headers.get("www-authenticate")).toBe("Bearer");
  const limited = errorResponse(new ChatError("rate_limited", "Wait.", { retryAfter: 6.2 }), where);
  expect(limited.headers.get("retry-after")).toBe("7");
  const refused = errorResponse(new ChatError("method_not_allowed", "No.", { allow: ["GET", "HEAD"] }), where);
  expect(refused.headers.get("allow")).toBe("GET, HEAD");
});

it("names every wrong field", async () => {
  const schema = z.strictObject({ name: z.string(), ids: z.array(z.int()) });
  const { error } = schema.safeParse({ ids: [1, "x"], other: 1 });
  const body: unknown = await errorResponse(error, where).json();
  expect(body).toMatchObject({
    code: "invalid_input",
    fields: {
      name: ["It is required."],
      "ids.1": [expect.any(String) as string],
      other: ["There is no such field."],
    },
  });
});
