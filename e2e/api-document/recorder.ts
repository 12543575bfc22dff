import type { Operation } from "@/lib/contract/operations/operation";
import { routes } from "@/lib/http/routes";

export type Exchange = {
  method: string;
  /** With its query, percent-encoded. */
  path: string;
  headers: Record<string, string>;
  /** Undefined without a body, the fields and files for a form. */
  body: unknown;
  form?: Record<string, string | Sent>;
  status: number;
  answered: Record<string, string>;
  answer: unknown;
};

export type Sent = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

type Given = {
  /** The bearer; none for calls of nobody. */
  by?: string;
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  form?: Record<string, string | Sent>;
  headers?: Record<string, string>;
  /** What another status than the usual one of the operation is expected. */
  status?: number;
  /** Not to be shown: it only leads to what is. */
  silent?: true;
  /** Shown instead of an answer that differs from machine to machine. */
  shown?: unknown;
};

/** Headers of an answer that a client acts upon. */
const telling = [
  "Allow",
  "Content-Disposition",
  "Content-Range",
  "Location",
  "Retry-After",
  "Upload-Offset",
  "WWW-Authenticate",
];

/** Makes the calls of the API document for real and keeps what was sent and what came back, by operation. */
export class Recorder {
  readonly exchanges = new Map<string, Exchange[]>();
  /** Everything that was answered, in order, also to calls that are not shown. */
  readonly answers: unknown[] = [];
  /** Requests that belong to no operation: the tus protocol. */
  readonly steps: Exchange[] = [];
  readonly #operations = new Map<string, Operation>(routes.map(({ operation }) => [operation.id, operation]));

  constructor(private readonly url: string) {}

  /** Calls an operation; fails when it answers with another status than it should. */
  async call<T = Record<string, unknown>>(id: string, given: Given = {}): Promise<T> {
    const operation = this.#operations.get(id);
    if (!operation) throw new Error(`There is no operation ${id}.`);
    const { path, init, exchange } = prepare(operation, given);
    const response = await fetch(this.url + path, init);
    await note(exchange, response);
    this.answers.push(exchange.answer);
    const expected = given.status ?? operation.status;
    if (response.status !== expected) {
      throw new Error(`${id} answered ${response.status}, not ${expected}: ${JSON.stringify(exchange.answer)}`);
    }
    const answer = exchange.answer as T;
    if (given.shown !== undefined) exchange.answer = given.shown;
    if (!given.silent) this.exchanges.set(id, [...(this.exchanges.get(id) ?? []), exchange]);
    return answer;
  }

  /** A request of the tus protocol; gives the address that it leads to, if any. */
  async step(method: string, path: string, headers: Record<string, string>, bytes?: Uint8Array<ArrayBuffer>) {
    const init = { method, headers, ...(bytes && { body: bytes }) };
    const response = await fetch(this.url + path, init);
    const body = bytes && `(${bytes.byteLength} bytes)`;
    const exchange: Exchange = { method, path, headers, body, status: 0, answered: {}, answer: undefined };
    await note(exchange, response);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`);
    this.steps.push(exchange);
    return response.headers.get("location") ?? path;
  }
}

async function note(exchange: Exchange, response: Response): Promise<void> {
  const json = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  exchange.status = response.status;
  if (json) exchange.answer = await response.json();
  else await response.arrayBuffer();
  for (const name of json ? telling : ["Content-Type", ...telling]) {
    const value = response.headers.get(name);
    if (value !== null) exchange.answered[name] = value;
  }
}

function prepare({ method, path: template }: Operation, given: Given) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given.params?.[name] ?? "")),
  );
  const query = new URLSearchParams(Object.entries(given.query ?? {}).map(([name, value]) => [name, String(value)]));
  const path = query.size > 0 ? `${filled}?${query.toString()}` : filled;
  const headers: Record<string, string> = {
    ...(given.by !== undefined && { Authorization: `Bearer ${given.by}` }),
    ...(given.body !== undefined && { "Content-Type": "application/json" }),
    ...given.headers,
  };
  const init: RequestInit = { method, headers };
  if (given.body !== undefined) init.body = JSON.stringify(given.body);
  if (given.form) init.body = formData(given.form);
  const exchange: Exchange = {
    method,
    path,
    headers,
    body: given.body,
    ...(given.form && { form: given.form }),
    status: 0,
    answered: {},
    answer: undefined,
  };
  return { path, init, exchange };
}

function formData(given: Record<string, string | Sent>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, new Blob([value.bytes], { type: value.type }), value.name);
  }
  return form;
}
