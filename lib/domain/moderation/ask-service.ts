import { createHmac } from "node:crypto";
import { z } from "zod";
import type { ModerationSettings } from "@/lib/config/moderation-settings";

/** What the service is told of a message. */
export type Question = { id: string; room_type: string; text: string; sender_id: number; at: string };

const answer = z.object({ action: z.enum(["allow", "flag", "hide"]), reason: z.string().max(1000).default("") });
export type ModerationAnswer = z.infer<typeof answer>;

/** How long (ms) the service may take, and how much (bytes) it may say. */
const patience = 5000;
const longest = 16_384;

/**
 * Asks what to do about a message, signed as Standard Webhooks are. `call` is the same whenever the same text is asked
 * about, so that the service knows a repeat. Throws when it does not answer as it should; the job is tried again.
 */
export async function askService(
  { url, key }: ModerationSettings,
  call: string,
  question: Question,
): Promise<ModerationAnswer> {
  const body = JSON.stringify(question);
  const timestamp = Math.floor(Date.now() / 1000).toString();
  const signature = createHmac("sha256", key).update(`${call}.${timestamp}.${body}`).digest("base64");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": call,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  const said = await read(response);
  if (response.status !== 200) throw new Error(`The moderation service answered ${response.status}.`);
  const parsed = answer.safeParse(parseJson(said));
  if (!parsed.success) throw new Error('The moderation service must answer {"action": "allow" | "flag" | "hide"}.');
  return parsed.data;
}

async function read(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > longest) throw new Error("The moderation service answered too much.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
