import { expect } from "vitest";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import { TestBrowser } from "./test-browser";

type Someone = { id: number };
const password = "a long enough password";

/** A browser that a manager (`mona`) has approved as a shared device, and left; or any other, at which PINs are tried. */
export class SharedTablet extends TestBrowser {
  device?: SharedDevice;

  constructor(private readonly server: string) {
    super();
  }

  static async approve(server: string, name = "Laundry tablet", task_group = "none") {
    const tablet = new SharedTablet(server);
    await tablet.post(server, "/api/auth/callback/credentials", { username: "mona", password });
    const approved = await tablet.write("POST", "/api/admin/shared-devices/", { name, task_group });
    expect(approved.status).toBe(201);
    expect(approved.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
    await tablet.post(server, "/api/auth/signout", {});
    return Object.assign(tablet, { device: (await approved.json()) as SharedDevice });
  }

  /** What its cookie holds. */
  get token(): string {
    return this.jar(this.server).get("aristay.device") ?? "";
  }

  set token(given: string) {
    this.jar(this.server).set("aristay.device", given);
  }

  /** A call by whoever is in. */
  write(method: string, path: string, body?: object): Promise<Response> {
    return this.send(this.server + path, {
      method,
      headers: { origin: this.server, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Tries a PIN: `in`, or what was refused. */
  async enter(person: Someone, pin: string): Promise<string> {
    const url = await this.post(this.server, "/api/auth/callback/pin", { user: String(person.id), pin });
    return new URL(url, this.server).searchParams.get("error") ?? "in";
  }

  /** Who is in, or with which status nobody is. */
  async whoIsIn(): Promise<string | number> {
    const answer = await this.send(`${this.server}/api/users/me/`);
    return answer.ok ? ((await answer.json()) as { username: string }).username : answer.status;
  }
}
