import { z } from "zod";
import * as commands from "./commands";
import { roomEvent } from "./events";
import type { refusedAck } from "./server-frames";
import { message, time } from "./shapes";

const done = z.object({ ok: z.literal(true) });

/** What clients may ask over Socket.IO: what each command carries, and what it is acknowledged with. */
export const socketCommands = {
  "message:send": { payload: commands.sendCommand, ack: done.extend({ message }) },
  "message:edit": { payload: commands.editCommand, ack: done.extend({ message }) },
  "message:delete": { payload: commands.deleteCommand, ack: done },
  "reaction:set": { payload: commands.reactionCommand, ack: done },
  read: { payload: commands.readCommand, ack: done.extend({ unread_count: z.int() }) },
  typing: { payload: commands.typingCommand, ack: done },
  sync: {
    payload: commands.syncCommand,
    ack: done.extend({
      events: z.array(roomEvent),
      cursor: z.string(),
      has_more: z.boolean(),
      reset: z.boolean(),
      kept_from: time.exactOptional(),
    }),
  },
  "auth:refresh": { payload: commands.refreshCommand, ack: done },
} as const;

type Commands = typeof socketCommands;

export type SocketCommand = keyof Commands;
export type CommandPayload<Name extends SocketCommand> = z.input<Commands[Name]["payload"]>;
export type CommandAck<Name extends SocketCommand> = z.output<Commands[Name]["ack"]> | z.output<typeof refusedAck>;

/** The commands as Socket.IO's own types want them. */
export type SocketCommands = {
  [Name in SocketCommand]: (payload: CommandPayload<Name>, ack: (answer: CommandAck<Name>) => void) => void;
};
