import type { IncomingHttpHeaders } from "node:http";

const meantForInside =
  /^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-vercel-|x-next-|x-nextjs-data$|next-resume$|next-action$|x-forwarded-|forwarded$|x-original-|x-rewrite-|x-http-method|x-method-override$)/;

/**
 * Takes away what Next or a proxy in front of it tells itself in headers. From a client it would say which page to draw,
 * which host we are, or that a check was made already. The names are as Node gives them, in small letters.
 */
export function dropInsideHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (meantForInside.test(name)) delete headers[name];
}
