import type { ErrorCode } from "@/lib/contract/errors";
import type { Refusing } from "../matrix/stage";
import type { SocketRow } from "./socket-row";

/** What a write is refused with where its sender may not write; reactions go on in announcement rooms. */
export function whereOneStands(
  send: (where: Refusing[keyof Refusing]) => object,
  announced: "ok" | ErrorCode = "only_admins_write",
  viewer: ErrorCode = "forbidden",
): SocketRow[] {
  return [
    { when: "they are silenced there", send: ({ refusing }) => send(refusing.silenced), by: { sender: "silenced" } },
    {
      when: "it is an announcement room",
      send: ({ refusing }) => send(refusing.announced),
      by: { sender: announced, participant: announced, viewer },
    },
    { when: "the other has blocked them", send: ({ refusing }) => send(refusing.blocked), by: { sender: "blocked" } },
  ];
}
