import { ChatError } from "@/lib/contract/errors";
import { inTime } from "@/lib/errors/in-time";

/** Room for 10,000 characters in their longest JSON form, twice. */
const maxJsonBytes = 256 * 1024;
const patience = 15_000;

/** The body as JSON; an empty one counts as `{}`. Refuses with `unsupported_media_type`, `too_large`, `invalid_input`, `timeout`. */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > maxJsonBytes) throw tooLarge();
  const type = request.headers.get("content-type");
  // What is so short arrives soon, or somebody keeps us waiting on purpose.
  const reading = inTime(textOf(request).catch(notWhole), patience);
  if (type !== null && !isJson(type)) {
    const text = await reading;
    // Some clients name a type although they send nothing.
    if (text === "") return {};
    throw new ChatError("unsupported_media_type", "Send the body as application/json.");
  }
  const text = await reading;
  if (text.length > maxJsonBytes) throw tooLarge();
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ChatError("invalid_input", "The body is not valid JSON.");
  }
}

/** Whoever goes away in the middle of it, or breaks its form, is not our fault. */
function notWhole(error: unknown): never {
  const ours = error instanceof ChatError || (error instanceof Error && error.name === "BodyTooLargeError");
  throw ours ? error : new ChatError("invalid_input", "The body is not whole.");
}

/** A body that does not say how long it is must not be taken in whole first. */
async function textOf(request: Request): Promise<string> {
  if (request.headers.has("content-length") || !request.body) return request.text();
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxJsonBytes) throw tooLarge();
  }
  return text + decoder.decode();
}

function isJson(type: string): boolean {
  const [name = "", ...parameters] = type.toLowerCase().split(";");
  const charset = parameters.find((parameter) => parameter.trim().startsWith("charset="));
  if (charset && !/^charset="?utf-?8"?$/.test(charset.trim())) return false;
  return /^application\/(json|[\w.-]+\+json)$/.test(name.trim());
}

const tooLarge = () => new ChatError("too_large", "The body is larger than allowed.");
