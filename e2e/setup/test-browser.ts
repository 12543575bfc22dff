import { noteIssued } from "./collected";

/** A browser without a window: keeps cookies by origin, and follows redirects one step at a time. */
export class TestBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  jar(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  cookieHeader(url: string): string {
    return [...this.jar(url)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.cookieHeader(url));
    if (!headers.has("user-agent")) headers.set("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0");
    const response = await fetch(url, { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(url, line);
    return response;
  }

  private keep(url: string, line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const cut = pair.indexOf("=");
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
    const expires = attributes.find((one) => /^expires=/i.test(one))?.slice(8);
    const over = attributes.some((one) => /^max-age=0$/i.test(one)) || (expires && Date.parse(expires) <= Date.now());
    if (value === "" || over) this.jar(url).delete(name);
    else this.jar(url).set(name, value);
  }

  /** Goes on while it is sent on, up to an address that `stop` knows; the address that it ends at. */
  async follow(url: string, stop: (next: string) => boolean = () => false): Promise<string> {
    let at = url;
    for (let hops = 0; hops < 15; hops++) {
      if (stop(at)) return at;
      const location = (await this.send(at)).headers.get("location");
      if (location === null) return at;
      at = new URL(location, at).href;
    }
    throw new Error(`There is no end to the redirects: ${at}`);
  }

  /** A form of next-auth with its token; where it leads. */
  async post(server: string, path: string, fields: Record<string, string>): Promise<string> {
    const { csrfToken } = (await (await this.send(`${server}/api/auth/csrf`)).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    noteIssued(fields);
    const answer = await this.send(server + path, { method: "POST", body });
    return ((await answer.json()) as { url: string }).url;
  }
}
