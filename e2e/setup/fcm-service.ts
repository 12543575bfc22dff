import { generateKeyPairSync, randomUUID } from "node:crypto";
import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { jwtVerify } from "jose";

type FcmMessage = {
  token: string;
  notification?: { title: string; body: string };
  data: Record<string, string>;
  android: { priority: string };
  apns: { headers: Record<string, string>; payload: { aps: Record<string, unknown> } };
};
type Reply = { status: number; body: object; headers?: Record<string, string> };

const refusal = (status: number, name: string, errorCode?: string): Reply => ({
  status,
  body: {
    error: {
      code: status,
      status: name,
      message: name,
      ...(errorCode && {
        details: [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode }],
      }),
    },
  },
});

/** Google's half of FCM: gives access tokens for a signed assertion (RFC 7523), and takes messages with one of these. */
export class FcmService {
  readonly faults: string[] = [];
  readonly received: FcmMessage[] = [];
  /** Tokens of apps that were removed. */
  readonly unregistered = new Set<string>();
  /** Answered instead of taking the next messages. */
  readonly replies: Reply[] = [];
  tokensGiven = 0;
  private readonly keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private access = new Set<string>();
  private readonly server = http.createServer((request, answer) => {
    void this.answer(request).then(({ status, body, headers }) =>
      answer.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body)),
    );
  });

  static async start(): Promise<FcmService> {
    const service = new FcmService();
    await new Promise<void>((resolve) => service.server.listen(0, "127.0.0.1", resolve));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The key file that an operator gets. */
  get account(): string {
    return JSON.stringify({
      type: "service_account",
      project_id: "aristay-test",
      client_email: "chat@aristay-test.iam.gserviceaccount.com",
      private_key: this.keys.privateKey.export({ type: "pkcs8", format: "pem" }),
      token_uri: `${this.origin}/token`,
    });
  }

  busy(): void {
    this.replies.push({ ...refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"), headers: { "Retry-After": "0" } });
  }

  /** All access tokens end at once. */
  expire(): void {
    this.access = new Set();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<Reply> {
    let text = "";
    for await (const part of request) text += String(part);
    try {
      if (request.url === "/token") return await this.giveToken(new URLSearchParams(text));
      if (request.url === "/v1/projects/aristay-test/messages:send") return this.take(request, text);
      throw new Error(`Nobody asks for ${request.url}`);
    } catch (fault) {
      this.faults.push(String(fault));
      return refusal(400, "INVALID_ARGUMENT");
    }
  }

  private async giveToken(form: URLSearchParams): Promise<Reply> {
    if (form.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") throw new Error("grant");
    const { payload } = await jwtVerify(form.get("assertion") ?? "", this.keys.publicKey, {
      issuer: "chat@aristay-test.iam.gserviceaccount.com",
      audience: `${this.origin}/token`,
      algorithms: ["RS256"],
      maxTokenAge: "1m",
    });
    if (payload.scope !== "https://www.googleapis.com/auth/firebase.messaging") throw new Error("scope");
    if ((payload.exp ?? 0) - (payload.iat ?? 0) > 3600) throw new Error("lives too long");
    const access = randomUUID();
    this.access.add(access);
    this.tokensGiven += 1;
    return { status: 200, body: { access_token: access, expires_in: 3599, token_type: "Bearer" } };
  }

  private take({ headers, method }: IncomingMessage, text: string): Reply {
    const access = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
    if (!this.access.has(access)) return refusal(401, "UNAUTHENTICATED");
    if (method !== "POST" || headers["content-type"] !== "application/json") throw new Error("not JSON");
    const { message } = JSON.parse(text) as { message: FcmMessage };
    if (Object.values(message.data).some((value) => typeof value !== "string")) throw new Error("data must be text");
    if (!["HIGH", "NORMAL"].includes(message.android.priority)) throw new Error("priority");
    checkApple(message);
    if (this.unregistered.has(message.token)) return refusal(404, "NOT_FOUND", "UNREGISTERED");
    const reply = this.replies.shift();
    if (reply) return reply;
    this.received.push(message);
    return { status: 200, body: { name: `projects/aristay-test/messages/${randomUUID()}` } };
  }
}

/** What Apple's service refuses, or throws away, when FCM hands it on. */
function checkApple({ notification, apns: { headers, payload } }: FcmMessage): void {
  const { aps } = payload;
  const kind = notification ? "alert" : "background";
  if (headers["apns-push-type"] !== kind) throw new Error("the push type is another than what is pushed");
  // What shows nothing must not claim to be for now.
  if (headers["apns-priority"] !== (notification ? "10" : "5")) throw new Error("priority for Apple");
  if (!/^\d{10}$/.test(headers["apns-expiration"] ?? "")) throw new Error("expiration");
  if ((aps["content-available"] === 1) === (notification !== undefined)) throw new Error("content-available");
  if (!notification && ("sound" in aps || "alert" in aps)) throw new Error("a background push that sounds");
}
