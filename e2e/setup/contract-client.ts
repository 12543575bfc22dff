import { expect } from "vitest";
import { errorBody } from "@/lib/contract/error-body";
import type { ErrorCode } from "@/lib/contract/errors";
import type { Operation } from "@/lib/contract/operations/operation";
import { answerFaults } from "@/lib/http/answer-faults";
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

  /** A path, given with its slash, in the client's form. */
  formed(path: string): string {
    const [place = "", query] = path.split("?");
    return (this.form === "/" ? place : place.replace(/\/$/, "")) + (query === undefined ? "" : `?${query}`);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const [place = ""] = path.split("?");
    const formed = this.formed(path);
    const answer = await this.#rest.call(method, formed, body, headers);
    holdAgainstContract(operationOf(method, place), answer, `${method} ${formed}`);
    return answer;
  }
}

/** What an operation promises of any answer; thrown as a failed expectation. */
function holdAgainstContract(operation: Operation | undefined, answer: Answer, what: string): void {
  const { status, body, headers } = answer;
  expect(status, `${what} must never be the server's fault: ${JSON.stringify(body)}`).toBeLessThan(500);
  if (status === 405) expect(headers.get("allow"), what).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  if (operation) expect(answerFaults(operation, answer), `${what} answered ${JSON.stringify(body)}`).toEqual([]);
  else expect(["not_found", "method_not_allowed"], what).toContain(errorBody.strict().parse(body).code);
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
