import { ChatError } from "@/lib/contract/errors";
import { sendMessageOp } from "@/lib/contract/operations/messages";
import { sendFile } from "@/lib/domain/messages/send-file";
import { sendMessage } from "@/lib/domain/messages/send-message";
import { Answer, route } from "../route";

export const sendMessageRoute = route(sendMessageOp, async ({ ctx, body, form, request }) => {
  const { client_id, ...input } = form?.fields ?? body ?? nothing();
  const keyed = { ...input, client_id: client_id ?? idempotencyKey(request.headers) };
  const { message, created } = form?.upload ? await sendFile(ctx, keyed, form.upload) : await sendMessage(ctx, keyed);
  return new Answer(created ? 201 : 200, message);
});

function nothing(): never {
  throw new ChatError("invalid_input", "There is no message.");
}

/** Any text of 1 to 128 characters may be a key; as a header it cannot hold a NUL. */
function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (key.length >= 1 && key.length <= 128) return key;
  throw new ChatError("invalid_input", "The Idempotency-Key must have 1 to 128 characters.", {
    fields: { client_id: ["It must have 1 to 128 characters."] },
  });
}
