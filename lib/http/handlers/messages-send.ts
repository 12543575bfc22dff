import { ChatError } from "@/lib/contract/errors";
import { sendMessageOp } from "@/lib/contract/operations/messages";
import { sendMessage } from "@/lib/domain/messages/send-message";
import { Answer, route } from "../route";

export const sendMessageRoute = route(sendMessageOp, async ({ ctx, body, request }) => {
  const { attachment_ids: _, client_id, ...input } = body;
  const key = client_id ?? idempotencyKey(request.headers);
  const { message, created } = await sendMessage(ctx, { ...input, client_id: key });
  return new Answer(created ? 201 : 200, message);
});

/** Any text of 1 to 128 characters may be a key; as a header it cannot hold a NUL. */
function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (key.length >= 1 && key.length <= 128) return key;
  throw new ChatError("invalid_input", "The Idempotency-Key must have 1 to 128 characters.", {
    fields: { client_id: ["It must have 1 to 128 characters."] },
  });
}
