import { passkeyAnswer } from "@/lib/contract/passkey";
import { checkPasskey } from "@/lib/domain/passkeys/check-passkey";
import { openBrowserSession } from "@/lib/domain/sessions/open-browser-session";
import { limitTries } from "@/lib/http/limit-tries";
import { browserOf, type BrowserProvider } from "./browser-provider";
import { signedInBrowser } from "./signed-in-browser";

/** What an authenticator has signed, without a name or a password. */
export const passkeyProvider: BrowserProvider = {
  id: "passkey",
  type: "credentials",
  name: "AriStay",
  credentials: { credential_id: {}, client_data: {}, authenticator_data: {}, signature: {}, user_handle: {} },
  async authorize(given, request) {
    const names = Object.keys(passkeyAnswer.shape);
    const { data: answer } = passkeyAnswer.safeParse(Object.fromEntries(names.map((name) => [name, given?.[name]])));
    if (!answer) return null;
    const browser = browserOf(request);
    const tried = [{ kind: "signInAddress", key: browser.address, by: ["bad_credentials"] }] as const;
    return signedInBrowser(limitTries(tried, async () => openBrowserSession(await checkPasskey(answer), browser)));
  },
};
