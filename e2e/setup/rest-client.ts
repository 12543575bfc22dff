import { noteIssued } from "./collected";

export type Answer = { status: number; body: unknown; headers: Headers };

/** Plain calls of the REST interface, as a phone makes them. */
export class RestClient {
  constructor(
    readonly url: string,
    readonly access?: string,
  ) {}

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
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.access ? { authorization: `Bearer ${this.access}` } : {}),
        ...(body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: encoded(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    const answered = isJson ? (JSON.parse(text) as unknown) : text === "" ? null : text;
    noteIssued(body);
    noteIssued(answered);
    return { status: response.status, body: answered, headers: response.headers };
  }
}

const encoded = (body: unknown) => (typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body));
