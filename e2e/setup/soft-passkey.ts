import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { NewPasskeyOptions, PasskeySignInOptions } from "@/lib/contract/passkey";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const text = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");

/** What is not as it should be. */
type Wrong = { origin?: string; rpId?: string; verified?: boolean; counter?: number; userHandle?: string };

type Asked = Pick<NewPasskeyOptions, "challenge"> & { rp: { id: string }; user: { id: string } };

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

/** An authenticator of a test's own: it signs whatever it is told to, also what a real one would not. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(32);
  #userHandle = "";
  #counter = 0;

  constructor(readonly origin: string) {}

  /** As a browser hands on what `navigator.credentials.create` gave. */
  make(options: Asked, wrong: Wrong = {}) {
    this.#userHandle = options.user.id;
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const point = (name: number, value: string) => [name, 0x58, 32, ...Buffer.from(value, "base64url")];
    // A COSE key: elliptic curve, ES256, P-256.
    const key = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, ...point(0x21, x), ...point(0x22, y)];
    const attested = Buffer.from([...Buffer.alloc(16), 0, this.#id.length, ...this.#id, ...key]);
    const data = Buffer.concat([this.#data(options.rp.id, flags.attested, wrong), attested]);
    const word = (said: string) => [0x60 + said.length, ...Buffer.from(said)];
    const attestation = [0xa3, ...word("fmt"), ...word("none"), ...word("attStmt"), 0xa0, ...word("authData")];
    return {
      credential_id: text(this.#id),
      client_data: text(this.#clientData("webauthn.create", options.challenge, wrong)),
      attestation: text(Buffer.from([...attestation, 0x59, data.length >> 8, data.length & 0xff, ...data])),
      transports: ["internal"],
    };
  }

  /** As a browser hands on what `navigator.credentials.get` gave. */
  answer(options: PasskeySignInOptions, wrong: Wrong = {}) {
    const data = this.#data(options.rpId, 0, wrong);
    const clientData = this.#clientData("webauthn.get", options.challenge, wrong);
    const signature = sign("sha256", Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey);
    return {
      credential_id: text(this.#id),
      client_data: text(clientData),
      authenticator_data: text(data),
      signature: text(signature),
      user_handle: wrong.userHandle ?? this.#userHandle,
    };
  }

  #clientData(type: string, challenge: string, { origin = this.origin }: Wrong): string {
    return JSON.stringify({ type, challenge, origin, crossOrigin: false });
  }

  #data(rpId: string, more: number, wrong: Wrong): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrong.counter ?? ++this.#counter);
    const verified = wrong.verified === false ? 0 : flags.verified;
    return Buffer.concat([sha256(wrong.rpId ?? rpId), Buffer.from([flags.present | verified | more]), counter]);
  }
}
