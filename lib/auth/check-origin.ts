import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";

/**
 * Refuses a foreign origin, whoever asks. A browser's cookie also needs proof that the page is ours; phones, which send
 * no origin, come with a token. For reads by cookie there is no need to call it.
 */
export function checkOrigin(headers: Headers, via: "bearer" | "cookie"): void {
  const origin = headers.get("origin");
  if (origin !== null) {
    const host = URL.canParse(origin) ? new URL(origin).host : "";
    const own = [new URL(config().APP_URL).host, headers.get("host")?.toLowerCase()];
    if (host === "" || !own.includes(host)) throw foreign();
  } else if (via === "cookie" && headers.get("sec-fetch-site") !== "same-origin") throw foreign();
}

const foreign = () => new ChatError("bad_origin", "Requests from other sites are refused.");
