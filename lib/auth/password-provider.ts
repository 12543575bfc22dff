import { checkCredentials } from "@/lib/domain/sessions/check-credentials";
import { openBrowserSession } from "@/lib/domain/sessions/open-browser-session";
import { countedSignIn } from "@/lib/http/counted-sign-in";
import { browserOf, type BrowserProvider } from "./browser-provider";
import { signedInBrowser } from "./signed-in-browser";

/** Name and password, and a code where there is a second factor. */
export const passwordProvider: BrowserProvider = {
  id: "credentials",
  type: "credentials",
  name: "AriStay",
  credentials: { username: {}, password: {}, otp: {} },
  async authorize(given, request) {
    const [username, password] = [given?.username ?? "", given?.password ?? ""];
    const otp = given?.otp === "" ? undefined : given?.otp;
    if (username === "" || password === "" || username.length + password.length > 8192) return null;
    if (otp !== undefined && otp.length > 64) return null;
    const browser = browserOf(request);
    const { address } = browser;
    return signedInBrowser(
      countedSignIn({ username, otp, address }, async () =>
        openBrowserSession(await checkCredentials({ username, password, otp, address }), browser),
      ),
    );
  },
};
