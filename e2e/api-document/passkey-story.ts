import { SoftPasskey } from "@/e2e/setup/soft-passkey";
import { config } from "@/lib/config/config";
import type { NewPasskeyOptions, Passkey } from "@/lib/contract/passkey";
import type { Recorder } from "./recorder";

/** Ada's phone makes a passkey for her. */
export async function passkeyStory(recorder: Recorder, ada: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const body = { current_password: "correct horse battery" };
  const options = await call<NewPasskeyOptions>("beginPasskey", { by: ada, body });
  const made = new SoftPasskey(config().APP_URL).make(options);
  // Differs from run to run, though nobody has answered it.
  recorder.answers.push(made);
  const { id } = await call<Passkey>("addPasskey", { by: ada, body: { name: "My phone", ...made } });
  await call("listPasskeys", { by: ada });
  await call("removePasskey", { by: ada, params: { id } });
  await call("beginPasskeySignIn");
}
