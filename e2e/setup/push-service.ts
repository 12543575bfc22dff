import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, jwtVerify } from "jose";
import type { PushPayload } from "@/lib/contract/push-data";

type Pushed = { payload: PushPayload; urgency: string; topic: string; ttl: number };
type Reply = { status: number; headers?: Record<string, string> };

/** A browser's half of a subscription: it alone can read what is sent to it. */
export class PushBrowser {
  readonly id = randomUUID();
  readonly received: Pushed[] = [];
  /** What the service answers from now on instead of taking it; the next tries only, where there is a list. */
  replies: Reply | Reply[] | null = null;
  private readonly curve: ECDH = createECDH("prime256v1");
  private readonly auth = randomBytes(16);

  constructor(readonly endpoint: string) {
    this.curve.generateKeys();
  }

  /** As `PushSubscription.toJSON()` gives it. */
  toJSON() {
    const keys = { p256dh: this.curve.getPublicKey("base64url"), auth: this.auth.toString("base64url") };
    return { endpoint: this.endpoint, expirationTime: null, keys };
  }

  /** Of what Ada said, in the order of the alphabet: a push service keeps none. */
  get firstWords(): string[] {
    const bodies = this.received.map(({ payload }) => payload.notification?.body ?? "");
    return bodies.map((body) => /^Ada Test: (\w+)/.exec(body)?.[1] ?? body).toSorted();
  }

  /** RFC 8188 and 8291, from the browser's side. */
  decrypt(body: Buffer): PushPayload {
    const salt = body.subarray(0, 16);
    const recordSize = body.readUInt32BE(16);
    const idLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    if (sealed.length > recordSize) throw new Error("More than one record.");
    const secret = this.curve.computeSecret(sender);
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.curve.getPublicKey(), sender]);
    const ikm = Buffer.from(hkdfSync("sha256", secret, this.auth, info, 32));
    const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16));
    const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12));
    const opening = createDecipheriv("aes-128-gcm", key, nonce);
    opening.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
    const end = padded.lastIndexOf(2);
    if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("Wrong padding.");
    return JSON.parse(padded.subarray(0, end).toString("utf8")) as PushPayload;
  }
}

/** A push service that takes only what the protocol allows: RFC 8030, 8291 and 8292, checked anew and not by our library. */
export class PushService {
  /** What was not as the protocol has it. */
  readonly faults: string[] = [];
  private readonly browsers = new Map<string, PushBrowser>();
  private readonly server = http.createServer((request, answer) => {
    void this.take(request).then(({ status, headers = {} }) => answer.writeHead(status, headers).end());
  });

  private constructor(private readonly publicKey: () => string) {}

  /** `publicKey`: what browsers subscribe with. */
  static async start(publicKey: () => string): Promise<PushService> {
    const service = new PushService(publicKey);
    await new Promise<void>((resolve) => service.server.listen(0, "127.0.0.1", resolve));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  browser(): PushBrowser {
    const browser = new PushBrowser(`${this.origin}/push/${randomUUID()}`);
    this.browsers.set(browser.endpoint, browser);
    return browser;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<Reply> {
    const browser = this.browsers.get(this.origin + (request.url ?? ""));
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (!browser) return { status: 404 };
    try {
      const reply = Array.isArray(browser.replies) ? browser.replies.shift() : browser.replies;
      const pushed = await this.read(request, browser, Buffer.concat(parts));
      if (reply) return reply;
      browser.received.push(pushed);
      return { status: 201, headers: { Location: `${this.origin}/message/${randomUUID()}` } };
    } catch (fault) {
      this.faults.push(String(fault));
      return { status: 400 };
    }
  }

  private async read({ headers, method }: IncomingMessage, browser: PushBrowser, body: Buffer): Promise<Pushed> {
    const must = (holds: boolean, what: string) => {
      if (!holds) throw new Error(what);
    };
    must(method === "POST", "method");
    must(headers["content-encoding"] === "aes128gcm", "encoding");
    must(body.length <= 4096, "size");
    const ttl = String(headers.ttl);
    must(/^\d+$/.test(ttl), "TTL");
    const urgency = String(headers.urgency);
    must(["very-low", "low", "normal", "high"].includes(urgency), "urgency");
    const topic = String(headers.topic);
    must(/^[A-Za-z0-9_-]{1,32}$/.test(topic), "topic");
    const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
    must(key === this.publicKey(), "another key than the subscription's");
    const point = Buffer.from(key, "base64url");
    const jwk = { kty: "EC", crv: "P-256", x: half(point, 1), y: half(point, 33) };
    const { payload } = await jwtVerify(token, await importJWK(jwk, "ES256"), {
      audience: this.origin,
      algorithms: ["ES256"],
      typ: "JWT",
    });
    must((payload.exp ?? Infinity) * 1000 <= Date.now() + 24 * 3_600_000, "expires too late");
    must(/^(mailto:[^@]+@[^@]+|https:\/\/(?!localhost))/.test(payload.sub ?? ""), "subject");
    return { payload: browser.decrypt(body), urgency, topic, ttl: Number(ttl) };
  }
}

const half = (point: Buffer, from: number) => point.subarray(from, from + 32).toString("base64url");
