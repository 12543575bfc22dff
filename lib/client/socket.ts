import type { Socket } from "socket.io-client";
import type { CommandAck, CommandPayload, SocketCommand, SocketCommands } from "@/lib/contract/acknowledgements";
import type { SocketEvents } from "@/lib/contract/events";

export type ChatSocket = Socket<SocketEvents, SocketCommands>;

/** How long an acknowledgement may take before the outcome counts as unknown. */
const ACK_TIMEOUT = 10_000;

let living: ChatSocket | undefined;

/**
 * The one connection of this tab. It lives outside components, so that nothing on screen can break it. Its library comes
 * after the page can be used.
 */
export async function loadSocket(): Promise<ChatSocket> {
  const { io } = await import("socket.io-client");
  living ??= io({
    path: "/socket.io",
    transports: ["websocket"],
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  return living;
}

export const isConnected = (): boolean => living?.connected ?? false;

/** Says something that may get lost. */
export function say(name: "typing", input: CommandPayload<"typing">): void {
  if (living?.connected) living.emit(name, input, () => undefined);
}

/** Asks and waits for the acknowledgement; none in time is an error, and the outcome unknown. */
export async function ask<Name extends SocketCommand>(
  name: Name,
  payload: CommandPayload<Name>,
): Promise<CommandAck<Name>> {
  if (!living) throw new Error("There is no connection yet.");
  // Socket.IO's own types lose the acknowledgement of a generic name.
  const untyped = living as unknown as Socket;
  const answer: unknown = await untyped.timeout(ACK_TIMEOUT).emitWithAck(name, payload);
  return answer as CommandAck<Name>;
}
