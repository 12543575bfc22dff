import { config } from "@/lib/config/config";

const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What every answer carries, whoever makes it: a browser must not guess types, frame us, or lend us to other sites. An
 * answer that is a page or a file brings a content policy of its own.
 */
export function securityHeaders(): Record<string, string> {
  return {
    "content-security-policy": nothing,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(self), microphone=(self), accelerometer=(), autoplay=(self), browsing-topics=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), midi=(), payment=(), serial=(), usb=()",
    "referrer-policy": "same-origin",
    // Old browsers know no frame-ancestors.
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    ...(config().APP_URL.startsWith("https:") && {
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    }),
  };
}

/**
 * The content policy of a page. Scripts run by the page's own nonce alone, and what those load; nothing inline, no
 * `eval`. Styles may stand in attributes, which React writes for places and sizes.
 */
export function pagePolicy(nonce: string): string {
  const { APP_URL, NODE_ENV } = config();
  const development = NODE_ENV === "development";
  const { origin, host } = new URL(APP_URL);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    // Files carry the address of APP_URL, whichever name the browser came by.
    `img-src 'self' ${origin} blob: data:`,
    `media-src 'self' ${origin} blob:`,
    // Older Safari does not count WebSockets among its own.
    `connect-src 'self' ${origin} ws://${host} wss://${host}`,
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(origin.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
