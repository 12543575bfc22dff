import { ChatError } from "@/lib/contract/errors";
import { sendMessageOp } from "@/lib/contract/operations/messages";
import { sendFile } from "@/lib/domain/messages/send-file";
import { sendMessage } from "@/lib/domain/messages/send-message";
import { spend } from "../rate-limits";
import { Answer, route } from "../route";

export const sendMessageRoute = route(sendMessageOp, async ({ ctx, body, form, request }) => {
  const { client_id, ...input } = form?.fields ?? body ?? nothing();
  const keyed = { ...input, client_id: client_id ?? idempotencyKey(request.headers) };
  if (form?.upload) await spend("upload", ctx.userId);
  const { message, created } = form?.upload ? await sendFile(ctx, keyed, form.upload) : await sendMessage(ctx, keyed);
  return new Answer(created ? 201 : 200, message);
});

function nothing(): never {
  throw new ChatError("invalid_input", "There is no message.");
}

/** Any text of 1 to 128 characters may be a key; as a header it cannot hold a NUL. */
function idempotencyKey(headers: Headers): string | undefined {
  const header = headers.get("idempotency-key");
  if (header === null) return undefined;
  const key = asWritten(header);
  const { length } = [...key];
  if (length >= 1 && length <= 128) return key;
  throw new ChatError("invalid_input", "The Idempotency-Key must have 1 to 128 characters.", {
    fields: { client_id: ["It must have 1 to 128 characters."] },
  });
}

/** A header arrives byte by byte as Latin-1; most clients that go beyond ASCII write UTF-8. */
function asWritten(header: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(header, "latin1"));
  } catch {
    return header;
  }
}
