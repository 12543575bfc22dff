import { z } from "zod";
import * as commands from "./commands";
import { roomEvent } from "./events";
import { message } from "./shapes";

const done = z.object({ ok: z.literal(true) });

/** Socket.IO's events from the client (WIRE.md §8): what each carries, and what it is acknowledged with. */
export const socketCommands = {
  "message:send": { payload: commands.sendCommand, ack: done.extend({ message }) },
  "message:edit": { payload: commands.editCommand, ack: done.extend({ message }) },
  "message:delete": { payload: commands.deleteCommand, ack: done },
  "reaction:set": { payload: commands.reactionCommand, ack: done },
  read: { payload: commands.readCommand, ack: done.extend({ unread_count: z.int() }) },
  typing: { payload: commands.typingCommand, ack: done },
  sync: {
    payload: commands.syncCommand,
    ack: done.extend({ events: z.array(roomEvent), cursor: z.string(), has_more: z.boolean(), reset: z.boolean() }),
  },
  "auth:refresh": { payload: commands.refreshCommand, ack: done },
} as const;
