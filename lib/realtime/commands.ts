import type { z } from "zod";
import * as inputs from "@/lib/contract/commands";
import type { Ctx } from "@/lib/domain/ctx";
import { sync } from "@/lib/domain/events/sync";
import { deleteMessage } from "@/lib/domain/messages/delete-message";
import { editMessage } from "@/lib/domain/messages/edit-message";
import { sendMessage } from "@/lib/domain/messages/send-message";
import { setReaction } from "@/lib/domain/messages/set-reaction";
import { markRoomRead } from "@/lib/domain/rooms/mark-room-read";
import { setTyping } from "@/lib/domain/typing/set-typing";
import type { RateKind } from "@/lib/http/rate-limits";

export type Command = {
  rate: Extract<RateKind, "read" | "write" | "send" | "typing">;
  run(ctx: Ctx, payload: unknown): Promise<object>;
};

/** A schema and the verb behind it. */
function command<S extends z.ZodType>(
  rate: Command["rate"],
  schema: S,
  verb: (ctx: Ctx, input: z.output<S>) => Promise<object>,
): Command {
  return { rate, run: async (ctx, payload) => verb(ctx, schema.parse(payload)) };
}

const nothing = () => ({});

/** Socket.IO's commands: what each answers beside `ok`. */
export const commands: ReadonlyMap<string, Command> = new Map([
  [
    "message:send",
    command("send", inputs.sendCommand, async (ctx, input) => ({ message: (await sendMessage(ctx, input)).message })),
  ],
  [
    "message:edit",
    command("write", inputs.editCommand, async (ctx, input) => ({ message: await editMessage(ctx, input) })),
  ],
  ["message:delete", command("write", inputs.deleteCommand, (ctx, input) => deleteMessage(ctx, input).then(nothing))],
  ["reaction:set", command("write", inputs.reactionCommand, (ctx, input) => setReaction(ctx, input).then(nothing))],
  [
    "read",
    command("read", inputs.readCommand, async (ctx, input) => ({
      unread_count: (await markRoomRead(ctx, input)).unread_count,
    })),
  ],
  ["typing", command("typing", inputs.typingCommand, (ctx, input) => setTyping(ctx, input).then(nothing))],
  [
    "sync",
    command("read", inputs.syncCommand, (ctx, { cursor, limit }) =>
      sync(ctx, limit === undefined ? { cursor } : { cursor, limit }),
    ),
  ],
]);
