import { Authenticator } from "@/e2e/setup/authenticator";
import type { Recorder } from "./recorder";

const current_password = "correct horse battery";

/** Ada turns a second factor on, signs in with it, and turns it off again. */
export async function secondFactorStory(recorder: Recorder, ada: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const { uri } = await call<{ uri: string }>("beginSecondFactor", { by: ada, body: { current_password } });
  const app = Authenticator.read(uri);
  const { recovery_codes } = await call<{ recovery_codes: string[] }>("confirmSecondFactor", {
    by: ada,
    body: { otp: app.code() },
  });
  await call("getSecondFactor", { by: ada });
  const credentials = { username: "ada", password: current_password };
  await call("signIn", { body: credentials, status: 401 });
  await call("signIn", { body: { ...credentials, otp: app.code(1) } });
  // The app's codes of this minute are used up: written ones remain.
  const otp = recovery_codes[0] ?? "";
  const renewed = await call<{ recovery_codes: string[] }>("renewRecoveryCodes", {
    by: ada,
    body: { current_password, otp },
  });
  await call("resetSecondFactor", { by: ada, params: { id: 3 } });
  await call("endSecondFactor", { by: ada, body: { current_password, otp: renewed.recovery_codes[0] ?? "" } });
}
