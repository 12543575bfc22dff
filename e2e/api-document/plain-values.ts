import { decodeJwt } from "jose";

const day = 24 * 60 * 60 * 1000;
/** Sessions end in 30 days; what the examples themselves name lies much later. */
const near = { past: day, future: 40 * day };
const begin = Date.parse("2026-05-04T09:00:00Z");
const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
/** Written down in the examples, and the same at every run. */
const literal = /^(3f0d7a52|8c1d34f0|6d1f3a0e|0199a1b2)-/;
const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** An invitation's code. A refusal's `code` is another thing, and says what it says. */
const invited = /^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/;
/** Values that say nothing by themselves, by the key under which they come. */
const opaque: Record<string, string> = {
  access: "access token",
  refresh: "refresh token",
  cursor: "cursor",
  public_key: "public key",
  secret: "secret",
  challenge: "challenge",
  credential_id: "credential id",
  client_data: "client data",
  attestation: "attestation",
};

/**
 * Puts what differs from run to run (tokens, ids, times) into a form that does not: each gets the next plain value when
 * it is first met, and keeps it. Ask in the order in which a reader meets the texts.
 */
export class PlainValues {
  readonly #secrets = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #times = new Map<string, string>();
  #clock = 0;
  readonly #counts = new Map<string, number>();

  /** Learns the tokens and cursors in answers, so that they are known in later requests too. */
  learn(value: unknown, owner = ""): void {
    if (typeof value !== "object" || value === null) return;
    const { access } = value as { access?: unknown };
    const whose = typeof access === "string" ? `${String(decodeJwt(access).username)}'s ` : owner;
    for (const [key, inner] of Object.entries(value)) {
      const kind = typeof inner === "string" && invited.test(inner) ? "code" : opaque[key];
      if (kind === undefined || typeof inner !== "string") this.learn(inner, whose);
      else if (!this.#secrets.has(inner)) this.#secrets.set(inner, this.#name(whose + kind));
    }
  }

  /** The same value with plain texts in it. Times that are met for the first time get one moment, the next one. */
  value(given: unknown): unknown {
    this.#clock += 1;
    return given === undefined ? undefined : (JSON.parse(this.text(JSON.stringify(given))) as unknown);
  }

  text(given: string): string {
    let known = given;
    for (const [secret, name] of this.#secrets) {
      known = known.replaceAll(secret, name).replaceAll(encodeURIComponent(secret), encodeURIComponent(name));
    }
    return known
      .replace(/"request_id":"[^"]+"/g, '"request_id":"6d1f3a0e-6a6f-4a53-8c5e-0b8a8d2f7c11"')
      .replace(/"otp":"\d{6}"/g, '"otp":"492039"')
      .replace(uuid, (id) =>
        literal.test(id)
          ? id
          : this.#once(this.#ids, id, (n) => `0199a1b2-0000-7000-8000-${String(n).padStart(12, "0")}`),
      )
      .replace(moment, (time, fraction = "") => {
        const ahead = Date.parse(time) - Date.now();
        if (ahead < -near.past || ahead > near.future) return time;
        // PostgreSQL's JSON leaves zeros at the end of a fraction out: the same moment is written in two ways.
        const whole = time.slice(0, 19) + String(fraction).padEnd(7, "0");
        return this.#once(this.#times, whole, () =>
          new Date(begin + this.#clock * 1000).toISOString().replace("Z", "000Z"),
        );
      })
      .replaceAll("http://localhost:3000", "https://chat.example.com");
  }

  #once(known: Map<string, string>, value: string, make: (n: number) => string): string {
    const plain = known.get(value) ?? make(known.size + 1);
    known.set(value, plain);
    return plain;
  }

  #name(kind: string): string {
    const n = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, n);
    return n === 1 && kind !== "cursor" ? `<${kind}>` : `<${kind} ${n}>`;
  }
}
