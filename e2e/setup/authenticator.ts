import { type Secret, TOTP, URI } from "otpauth";
import type { RestClient } from "@/e2e/setup/rest-client";

const path = "/api/users/me/second-factor/";

/** Somebody's authenticator app, and the recovery codes that they wrote down. */
export class Authenticator {
  private constructor(
    private readonly totp: TOTP,
    readonly recoveryCodes: string[],
  ) {}

  /** The app alone, as it is after the picture was read. */
  static read(uri: string, recoveryCodes: string[] = []): Authenticator {
    const totp = URI.parse(uri);
    if (!(totp instanceof TOTP)) throw new Error(`${uri} is of another kind.`);
    return new Authenticator(totp, recoveryCodes);
  }

  /** Turns somebody's second factor on. Its first code is used up by that: the next one to be taken is `code(1)`. */
  static async enrol(rest: RestClient, password: string): Promise<Authenticator> {
    const begun = await rest.post(path, { current_password: password });
    const { uri } = begun.body as { uri: string };
    const confirmed = await rest.post(`${path}confirm/`, { otp: Authenticator.read(uri).code() });
    if (confirmed.status !== 200) throw new Error(`No second factor: ${JSON.stringify(confirmed.body)}`);
    return Authenticator.read(uri, (confirmed.body as { recovery_codes: string[] }).recovery_codes);
  }

  get secret(): Secret {
    return this.totp.secret;
  }

  /** What the app shows so many half minutes from now. */
  code(later = 0): string {
    return this.totp.generate({ timestamp: Date.now() + later * 30_000 });
  }
}
