import http from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { config } from "@/lib/config/config";
import { refuseUnassigned } from "@/lib/outbound/refuse-unassigned";

export type Posted = { status: number; body: string; retryAfter: number | null };

/** One service may be slow; whoever waits for it has others to see to. */
const patience = 10_000;
const mostBytes = 16_384;

/** They refuse private addresses when they connect, whatever the name says. */
const guarded = new RequestFilteringHttpsAgent({ keepAlive: true });
const open = {
  "http:": new RequestFilteringHttpAgent({ keepAlive: true, allowPrivateIPAddress: true }),
  "https:": new RequestFilteringHttpsAgent({ keepAlive: true, allowPrivateIPAddress: true }),
};

/**
 * Posts to an address that somebody else chose: over https, and to a public address alone. No redirect is followed. Throws
 * when there is no answer.
 */
export async function post(
  address: string,
  headers: Record<string, string | number>,
  body: Buffer | string,
): Promise<Posted> {
  const url = new URL(address);
  const anywhere = config().PUSH_PRIVATE === "allow";
  if (url.protocol !== "https:" && !anywhere) throw new Error("not https");
  const agent = anywhere ? open[url.protocol as keyof typeof open] : guarded;
  const lookup = anywhere ? undefined : refuseUnassigned(url.hostname, []);
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      method: "POST",
      headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      agent,
      lookup,
    };
    const sending = request(url, { ...options, signal: AbortSignal.timeout(patience) }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
        if (text.length > mostBytes) answer.destroy(new Error("too long an answer"));
      });
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, body: text, retryAfter: seconds(answer.headers["retry-after"]) }),
      );
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Seconds, or a date (RFC 9110, 10.2.3); never more than an hour. */
function seconds(given: string | undefined): number | null {
  if (given === undefined) return null;
  const wait = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return Number.isFinite(wait) ? Math.min(Math.max(0, Math.ceil(wait)), 3600) : null;
}
