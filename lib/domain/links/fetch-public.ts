import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { config } from "@/lib/config/config";
import { refuseUnassigned } from "@/lib/outbound/refuse-unassigned";
import { badPorts } from "./bad-ports";

export type Fetched = { url: URL; contentType: string; body: Buffer };

type Limits = {
  /** Of the content type. */
  accepts: RegExp;
  bytes: number;
  /** What is longer: its beginning is enough, or it is refused. */
  longer: "cut" | "refuse";
  signal: AbortSignal;
};

const redirects = 3;

/**
 * Asks for something under an address that anybody may have written. A name is resolved for the very connection that is
 * made then, and an address of this machine or of a private network is refused there, after a redirect too. Sizes and
 * time are limited, nothing is decompressed, and nothing of ours is sent along. Throws when it does not succeed.
 */
export async function fetchPublic(address: string, limits: Limits): Promise<Fetched> {
  let url = new URL(address);
  for (let hop = 0; hop <= redirects; hop++) {
    const response = await ask(url, limits.signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    try {
      const contentType = headers["content-type"] ?? "";
      if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
      if (!limits.accepts.test(contentType)) throw new Error("nothing of the kind that was asked for");
      if ((headers["content-encoding"] ?? "identity") !== "identity") throw new Error("compressed unasked");
      return { url, contentType, body: await read(response, limits) };
    } finally {
      response.destroy();
    }
  }
  throw new Error("too many redirects");
}

function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Error("no web address");
  if (url.username !== "" || url.password !== "") throw new Error("an address with a password");
  if (url.port !== "" && badPorts.has(Number(url.port))) throw new Error("no port of a web server");
  const networks = config().LINK_PREVIEW_NETWORKS;
  const allowed = { allowIPAddressList: networks };
  const lookup = refuseUnassigned(url.hostname, networks);
  const secure = url.protocol === "https:";
  const agent = secure ? new RequestFilteringHttpsAgent(allowed) : new RequestFilteringHttpAgent(allowed);
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).get(
      url,
      {
        agent,
        lookup,
        signal,
        headers: {
          accept: "text/html,application/xhtml+xml,image/*;q=0.8",
          "accept-encoding": "identity",
          "user-agent": "AriStayChat-LinkPreview/1.0",
        },
      },
      resolve,
    );
    request.once("error", reject);
  });
}

async function read(response: IncomingMessage, { bytes, longer }: Limits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= bytes) continue;
    if (longer === "refuse") throw new Error("too large");
    break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
