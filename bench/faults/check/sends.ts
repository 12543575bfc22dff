import { opsThat, type OpOf, type Reading } from "../history/reading";
import type { ShownMessage } from "../history/entry";

/** Everything that was tried with one token: the first try, its duplicates and its retries. */
export type Send = {
  token: string;
  room: string;
  who: number;
  tries: OpOf<"send">[];
  /** The messages in the room at the end that carry the token. */
  found: ShownMessage[];
};

/** The token of a message: its `client_id`, or what its text begins with. */
function tokenOf(message: ShownMessage): string {
  return message.client_id ?? message.content.slice(0, 36);
}

export function sendsOf(reading: Reading): { sends: Send[]; strangers: ShownMessage[] } {
  const byToken = new Map<string, Send>();
  for (const op of opsThat(reading, "send")) {
    const { token, room } = op.action;
    const send = byToken.get(token) ?? { token, room, who: op.who, tries: [], found: [] };
    send.tries.push(op);
    byToken.set(token, send);
  }
  const strangers: ShownMessage[] = [];
  for (const { messages } of reading.finals) {
    for (const message of messages) {
      const send = byToken.get(tokenOf(message));
      if (send) send.found.push(message);
      else strangers.push(message);
    }
  }
  return { sends: [...byToken.values()], strangers };
}

export function placesOf(tries: { invoked: number; done: number }[]): number[] {
  return tries.flatMap(({ invoked, done }) => (done === Infinity ? [invoked] : [invoked, done]));
}
