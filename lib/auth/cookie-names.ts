import { config } from "@/lib/config/config";

/**
 * How the browser's cookies are called. Over https with the prefix that no other host and no plain line can set
 * (`__Host-`): nobody but this server then made them.
 */
export function cookieNames() {
  const secure = config().APP_URL.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}next-auth.session-token`,
    csrf: `${prefix}next-auth.csrf-token`,
    callback: `${prefix}next-auth.callback-url`,
    state: `${prefix}next-auth.state`,
    pkce: `${prefix}next-auth.pkce`,
    nonce: `${prefix}next-auth.nonce`,
    sharedDevice: `${prefix}aristay.device`,
    secure,
  };
}
