import { readdirSync } from "node:fs";
import { expect, it, describe } from "vitest";
import { errorSentences } from "@/lib/contract/error-sentences";
import { errorCodes } from "@/lib/contract/errors";
import { examples } from "@/lib/contract/examples/operations";
import type { Operation } from "@/lib/contract/operations/operation";
import { handleApi } from "../handle-api";
import { heldToContract } from "../answer-faults";
import { jsonResponse } from "../json-response";
import { routes } from "../routes";
import { asyncApiDocument } from "./asyncapi";
import { openApiDocument } from "./openapi";

type Json = Record<string, unknown>;
const operations = routes.map(({ operation }) => operation);

const folder = new URL("../../contract/operations/", import.meta.url);
const declared: Operation[] = [];
for (const name of readdirSync(folder)) {
  if (name.endsWith(".test.ts")) continue;
  const exported = (await import(new URL(name, folder).href)) as Json;
  declared.push(...Object.values(exported).filter(isOperation));
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "id" in value && "method" in value && "path" in value;
}

/** Everything under `$ref` in a document. */
function refsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : refsOf(inner),
  );
}

function resolve(document: unknown, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
}

describe("Operations and routes", () => {
  it("are the same", () => {
    const ids = (list: Operation[]) => list.map(({ id }) => id).sort();
    expect(ids(operations)).toEqual(ids(declared));
  });

  it("name no path of another form than the contract's", () => {
    for (const { path } of operations)
      expect(path).toMatch(/^\/api\/([a-z_-]+|\{[a-z]+\})(\/([a-z_-]+|\{[a-z]+\}))*\/$/);
  });

  it("break loudly when an answer does not match its schema", async () => {
    const me = operations.find(({ id }) => id === "getMe");
    if (!me) throw new Error("There is no getMe.");
    await expect(heldToContract(me, jsonResponse(200, { id: "one" }))).rejects.toThrow("getMe broke its contract");
    await expect(heldToContract(me, jsonResponse(201, {}))).rejects.toThrow("201 is no status of getMe");
    await expect(heldToContract(me, jsonResponse(404, { error: "no" }))).rejects.toThrow("form of an error");
    const error = { error: "x", detail: "x", code: "last_admin", request_id: "x" };
    await expect(heldToContract(me, jsonResponse(400, error))).rejects.toThrow("does not name last_admin");
  });
});

describe("The OpenAPI document", () => {
  const document = openApiDocument();

  it("describes every operation, with its security, refusals and examples", () => {
    expect(document.openapi).toBe("3.1.0");
    for (const { id, method, path, auth, status, body } of operations) {
      const item = document.paths?.[path] as Json | undefined;
      const described = item?.[method.toLowerCase()] as Json;
      expect(described, `${method} ${path}`).toMatchObject({ operationId: id, summary: expect.any(String) as string });
      expect(described.security).toHaveLength(auth === "bearer" ? 2 : 0);
      const responses = described.responses as Json;
      expect(Object.keys(responses)).toContain(String(status));
      if (auth === "bearer") expect(Object.keys(responses)).toContain("401");
      expect(Object.keys(responses)).toContain("429");
      expect("requestBody" in described || body === undefined).toBe(true);
    }
    expect(Object.keys(errorSentences).sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it("refers only to what it has", () => {
    const refs = refsOf(document);
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of new Set(refs)) expect(resolve(document, ref), ref).toBeDefined();
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "has true examples of %s",
    (id, { body, response }) => {
      const example = examples[id];
      expect(example).toBeDefined();
      if (body) expect(body.safeParse(example?.body).error?.issues).toBeUndefined();
      if (response) expect(response.safeParse(example?.response).error?.issues).toBeUndefined();
      expect("response" in (example ?? {})).toBe(response !== null);
    },
  );
});

it("describes the sockets, and refers only to what it has", () => {
  const document = asyncApiDocument();
  expect(document.asyncapi).toBe("3.0.0");
  for (const ref of new Set(refsOf(document))) expect(resolve(document, ref), ref).toBeDefined();
  const names = (channel: "socket" | "room") =>
    Object.values(document.channels[channel].messages as Record<string, { name: string }>).map(({ name }) => name);
  expect(names("socket")).toEqual(expect.arrayContaining(["message:send", "sync", "events", "session:revoked"]));
  expect(names("room")).toEqual(expect.arrayContaining(["chat_message", "connection_established", "error"]));
});

describe("The documents over HTTP", () => {
  const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const request = new Request(`http://localhost:3000${path}`, { method, headers });
    return handleApi(request, { address: "192.0.2.1" });
  };

  it.each(["/api/openapi.json", "/api/openapi.json/", "/api/asyncapi.json", "/api/asyncapi.json/"])(
    "answer %s to anybody",
    async (path) => {
      const response = await ask("GET", path);
      expect(response?.status).toBe(200);
      expect(response?.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(await response?.json()).toHaveProperty("info.title");
    },
  );

  it("serve the reference from our own disk, strictly", async () => {
    for (const path of ["/api/docs", "/api/docs/"]) {
      const page = await ask("GET", path);
      expect(page?.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
      expect(page?.headers.get("x-content-type-options")).toBe("nosniff");
      const text = (await page?.text()) ?? "";
      expect(text).not.toMatch(/https?:\/\//);
      for (const [, file = ""] of text.matchAll(/"(\/api\/docs\/[^"]+)"/g)) {
        const asset = await ask("GET", file);
        expect(asset?.status, file).toBe(200);
        const etag = asset?.headers.get("etag") ?? "";
        expect((await ask("GET", file, { "if-none-match": etag }))?.status).toBe(304);
      }
    }
  });

  it("refuse other methods and other files", async () => {
    for (const path of ["/api/docs/", "/api/openapi.json"]) {
      const response = await ask("POST", path);
      expect(response?.status).toBe(405);
      expect(response?.headers.get("allow")).toBe("GET, HEAD");
    }
    for (const path of ["/api/docs/package.json", "/api/docs/..%2Fpackage.json", "/api/docsx", "/api/openapi.jsonx"]) {
      expect((await ask("GET", path))?.status).toBe(404);
    }
  });
});
