import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** More than any request needs: uploads are limited to less by their own rules. */
export const maxBodyBytes = 30 * 1024 * 1024;

/** The body went over the limit while it was being read. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/**
 * A web-standard Request over node's. Building a real Request costs more than most handlers' own work, so headers,
 * signal and body are made when somebody asks, and JSON is read from the socket directly. Whatever is rare is left to a
 * real Request made on demand. It cannot be passed to `new Request(...)`; use `clone()` for that.
 */
class IncomingRequest {
  /** Whether the body turned out larger than allowed; the answer is then 413, whatever the handler made of it. */
  tooLarge = false;
  readonly method: string;
  readonly url: string;
  readonly #node: IncomingMessage;
  readonly #answer: ServerResponse;
  #headers: Headers | undefined;
  #controller: AbortController | undefined;
  #real: Request | undefined;
  #read = false;

  constructor(node: IncomingMessage, answer: ServerResponse, url: string) {
    this.#node = node;
    this.#answer = answer;
    this.method = node.method ?? "GET";
    this.url = url;
  }

  get headers(): Headers {
    if (this.#headers) return this.#headers;
    const headers = new Headers();
    const raw = this.#node.rawHeaders;
    for (let index = 0; index + 1 < raw.length; index += 2) headers.append(raw[index] ?? "", raw[index + 1] ?? "");
    return (this.#headers = headers);
  }

  /** Aborted when the client goes away before it was answered. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = (this.#controller = new AbortController());
      const end = () => {
        if (!this.#answer.writableFinished) controller.abort();
      };
      if (this.#answer.destroyed) end();
      else this.#answer.once("close", end);
    }
    return this.#controller.signal;
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.#full().body;
  }

  get bodyUsed(): boolean {
    return this.#real ? this.#real.bodyUsed : this.#read;
  }

  async text(): Promise<string> {
    if (this.#real || this.#hasNoBody()) return this.#full().text();
    return new TextDecoder().decode(await this.#bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#full().arrayBuffer();
  }

  async blob(): Promise<Blob> {
    return this.#full().blob();
  }

  async formData(): Promise<FormData> {
    return this.#full().formData();
  }

  clone(): Request {
    return this.#full().clone();
  }

  get cache(): RequestCache {
    return this.#full().cache;
  }
  get credentials(): RequestCredentials {
    return this.#full().credentials;
  }
  get destination(): RequestDestination {
    return this.#full().destination;
  }
  get integrity(): string {
    return this.#full().integrity;
  }
  get keepalive(): boolean {
    return this.#full().keepalive;
  }
  get mode(): RequestMode {
    return this.#full().mode;
  }
  get redirect(): RequestRedirect {
    return this.#full().redirect;
  }
  get referrer(): string {
    return this.#full().referrer;
  }
  get referrerPolicy(): ReferrerPolicy {
    return this.#full().referrerPolicy;
  }

  #hasNoBody(): boolean {
    return this.method === "GET" || this.method === "HEAD";
  }

  async *#chunks(): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of this.#node as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBodyBytes) {
        this.tooLarge = true;
        throw new BodyTooLargeError("The body is larger than allowed");
      }
      yield chunk;
    }
  }

  async #bytes(): Promise<Uint8Array> {
    if (this.#read) throw new TypeError("Body is unusable: Body has already been read");
    this.#read = true;
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#chunks()) chunks.push(chunk);
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  }

  #full(): Request {
    if (this.#real) return this.#real;
    if (this.#read) throw new TypeError("Body is unusable: Body has already been read");
    const init: RequestInit & { duplex?: "half" } = {
      method: this.method,
      headers: this.headers,
      signal: this.signal,
    };
    if (!this.#hasNoBody()) {
      init.body = Readable.toWeb(Readable.from(this.#chunks(), { objectMode: false })) as ReadableStream<Uint8Array>;
      init.duplex = "half";
    }
    return (this.#real = new Request(this.url, init));
  }
}

Object.setPrototypeOf(IncomingRequest.prototype, Request.prototype);

/** `url` must be absolute; its origin is the app's own, whatever the client claimed. */
export function incomingRequest(
  node: IncomingMessage,
  answer: ServerResponse,
  url: string,
): Request & { readonly tooLarge: boolean } {
  // The prototype above makes it a Request in every way that a handler can see.
  return new IncomingRequest(node, answer, url) as unknown as Request & { readonly tooLarge: boolean };
}
