import { openPinSession } from "@/lib/domain/sessions/open-pin-session";
import { asChatError } from "@/lib/errors/as-chat-error";
import { limitTries } from "@/lib/http/limit-tries";
import { type BrowserProvider, browserOf } from "./browser-provider";
import { cookieNames } from "./cookie-names";
import { cookieOf } from "./cookie-of";

/** Sign-in by one's name and PIN, at a browser that is approved as a shared device. */
export const pinProvider: BrowserProvider = {
  id: "pin",
  type: "credentials",
  name: "PIN",
  credentials: { user: {}, pin: {} },
  async authorize(given, request) {
    const [user, pin] = [given?.user ?? "", given?.pin ?? ""];
    if (!/^\d{1,9}$/.test(user) || !/^\d{6}$/.test(pin)) return null;
    const headers = new Headers(request.headers as Record<string, string> | undefined);
    const token = cookieOf(headers.get("cookie") ?? "", cookieNames().sharedDevice);
    const browser = browserOf(request);
    const tried = [{ kind: "signInAddress", key: browser.address, by: ["bad_credentials", "rate_limited"] }] as const;
    try {
      const opened = await limitTries(tried, () => openPinSession({ token, user: Number(user), pin, ...browser }));
      return { id: String(opened.user.id), name: opened.user.full_name, sid: opened.sessionId };
    } catch (thrown) {
      const { code, retryAfter } = asChatError(thrown);
      if (code === "bad_credentials") return null;
      // Beside the code, the page is told how long to wait: at a shared device somebody stands and looks at it.
      const told = code === "rate_limited" ? `rate_limited ${retryAfter ?? 60}` : "unavailable";
      throw new Error(told, { cause: thrown });
    }
  },
};
