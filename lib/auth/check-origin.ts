import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";

/**
 * Refuses a foreign origin, whoever asks. A browser's cookie also needs proof that the page is ours; phones, which send
 * no origin, come with a token. For reads by cookie there is no need to call it.
 */
export function checkOrigin(headers: Headers, via: "bearer" | "cookie"): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && !isOwn(origin, headers.get("host"))) throw foreign();
  if (via === "bearer") return;
  // What the browser itself says of the page counts beside what the header claims; old browsers do not say it.
  if (site === null ? origin === null : site !== "same-origin") throw foreign();
}

function isOwn(origin: string, asked: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  if (host === "") return false;
  const app = new URL(config().APP_URL);
  // Under our own name the page must have come over the same kind of line: whoever changes http is not us.
  if (host === app.host) return protocol === app.protocol;
  return host === asked?.toLowerCase();
}

const foreign = () => new ChatError("bad_origin", "Requests from other sites are refused.");
