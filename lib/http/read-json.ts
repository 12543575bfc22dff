import { ChatError } from "@/lib/contract/errors";

/** Room for 10,000 characters in their longest JSON form, twice. */
const maxJsonBytes = 256 * 1024;

/** The body as JSON; an empty one counts as `{}`. Refuses with `unsupported_media_type`, `too_large`, `invalid_input`. */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > maxJsonBytes) throw tooLarge();
  const type = request.headers.get("content-type");
  if (type !== null && !isJson(type)) {
    const text = await request.text();
    // Some clients name a type although they send nothing.
    if (text === "") return {};
    throw new ChatError("unsupported_media_type", "Send the body as application/json.");
  }
  const text = await request.text();
  if (text.length > maxJsonBytes) throw tooLarge();
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ChatError("invalid_input", "The body is not valid JSON.");
  }
}

function isJson(type: string): boolean {
  const [name = "", ...parameters] = type.toLowerCase().split(";");
  const charset = parameters.find((parameter) => parameter.trim().startsWith("charset="));
  if (charset && !/^charset="?utf-?8"?$/.test(charset.trim())) return false;
  return /^application\/(json|[\w.-]+\+json)$/.test(name.trim());
}

const tooLarge = () => new ChatError("too_large", "The body is larger than allowed.");
