import { log } from "@/lib/log/log";
import type { Hint } from "./hint";
import { type NodeLink, openNodeLink } from "./node-link";
import { closeRedisStore } from "./redis-store";
import { forgetTyping, noteTyping } from "./typing-state";

type Listener = (hint: Hint) => void;
type Slot = { listeners: Set<Listener>; link?: NodeLink };

// One bus for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.bus");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };
const bus = () => (globals[slot] ??= { listeners: new Set() });

/** Tells this node at once, and the others over Redis where there is one. Call it only after the commit. */
export function publish(hint: Hint): void {
  if (hearLocally(hint)) link()?.send(hint);
}

/** Hears every hint of this node and of the others; returns how to stop. */
export function subscribe(listener: Listener): () => void {
  bus().listeners.add(listener);
  link();
  return () => void bus().listeners.delete(listener);
}

export async function closeBus(): Promise<void> {
  const open = bus().link;
  delete bus().link;
  await open?.close();
  closeRedisStore();
}

function link(): NodeLink | undefined {
  const url = process.env.REDIS_URL;
  if (!url) return undefined;
  return (bus().link ??= openNodeLink(url, (hint) => void hearLocally(hint)));
}

/** False when the hint says nothing new, and so need not go further. */
function hearLocally(hint: Hint): boolean {
  if (hint.kind === "typing" && !noteTyping(hint, tell)) return false;
  if (hint.kind === "events") {
    for (const event of hint.events) {
      if (event.type !== "message.created" || event.actor_id === null) continue;
      const end = forgetTyping(hint.room, event.actor_id);
      if (end) tell(end);
    }
  }
  tell(hint);
  return true;
}

function tell(hint: Hint): void {
  for (const listener of bus().listeners) {
    try {
      listener(hint);
    } catch (error) {
      // What was committed stays committed: a listener's fault must not fail the verb.
      log.error({ err: error, kind: hint.kind }, "a listener failed");
    }
  }
}
