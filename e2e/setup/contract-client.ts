import { expect } from "vitest";
import { commonErrors, errorBody } from "@/lib/contract/error-body";
import { type ErrorCode, errorCodes } from "@/lib/contract/errors";
import type { Operation } from "@/lib/contract/operations/operation";
import { routes } from "@/lib/http/routes";
import { type Answer, RestClient } from "./rest-client";

/** Both forms of every path answer alike: a contract test runs once in each. */
export const slashForms = [
  ["with a trailing slash", "/"],
  ["without a trailing slash", ""],
] as const;

export type SlashForm = (typeof slashForms)[number][1];

/** A client that holds every answer against the schema, the statuses and the errors of its operation. */
export class ContractClient {
  readonly #rest: RestClient;

  constructor(
    readonly url: string,
    readonly form: SlashForm,
    readonly access?: string,
  ) {
    this.#rest = new RestClient(url, access);
  }

  get(path: string): Promise<Answer> {
    return this.call("GET", path);
  }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call("POST", path, body, headers);
  }
  patch(path: string, body: unknown): Promise<Answer> {
    return this.call("PATCH", path, body);
  }
  delete(path: string): Promise<Answer> {
    return this.call("DELETE", path);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const [place = "", query] = path.split("?");
    const formed = (this.form === "/" ? place : place.replace(/\/$/, "")) + (query === undefined ? "" : `?${query}`);
    const answer = await this.#rest.call(method, formed, body, headers);
    holdAgainstContract(operationOf(method, place), answer, `${method} ${formed}`);
    return answer;
  }
}

/** What an operation promises of any answer; thrown as a failed expectation. */
export function holdAgainstContract(operation: Operation | undefined, answer: Answer, what: string): void {
  const { status, body, headers } = answer;
  expect(status, `${what} must never be the server's fault: ${JSON.stringify(body)}`).toBeLessThan(500);
  if (status === 401) expect(headers.get("www-authenticate"), what).toBe("Bearer");
  if (status < 400) {
    expect(operation, what).toBeDefined();
    // A retried send answers 200 where the first one answered 201.
    expect(operation?.id === "sendMessage" ? [200, 201] : [operation?.status], what).toContain(status);
    if (!operation?.response) return expect(body, what).toBeNull();
    const { error } = operation.response.safeParse(body);
    return expect(error?.issues ?? [], `${what} answered ${JSON.stringify(body)}`).toEqual([]);
  }
  const refusal = errorBody.strict().parse(body);
  expect(errorCodes[refusal.code].status, what).toBe(status);
  if (!operation) return expect(["not_found", "method_not_allowed"], what).toContain(refusal.code);
  const pathErrors: ErrorCode[] = operation.params ? ["not_found"] : [];
  const signedIn: ErrorCode[] = operation.auth === "bearer" ? ["unauthorized"] : [];
  expect([...commonErrors, ...pathErrors, ...signedIn, ...operation.errors], `${what}: ${refusal.detail}`).toContain(
    refusal.code,
  );
}

const byShape = routes
  .map(({ operation }) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`),
    parameters: operation.path.split("{").length,
  }))
  .sort((a, b) => a.parameters - b.parameters);

/** The operation that a path with its trailing slash means. */
export function operationOf(method: string, path: string): Operation | undefined {
  return byShape.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;
}

/** Expects a refusal, by status, code and (for invalid input) the field that it names. */
export function expectRefused(answer: Answer, status: number, code: ErrorCode, field?: string): void {
  const body = answer.body as { code: string; fields?: Record<string, string[]> };
  expect({ status: answer.status, code: body.code }).toEqual({ status, code });
  if (field !== undefined) expect(Object.keys(body.fields ?? {})).toContain(field);
}
