import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { selectRoomsToNotify } from "@/db/queries/notifications";
import { selectShown } from "@/db/queries/push-deliveries";
import { subscribe } from "@/lib/events/bus";
import { log } from "@/lib/log/log";

/** How long (ms) news may gather: however much is said, the database is asked twice a second at most. */
const gather = 500;

/**
 * Hears what was committed here and adds the jobs that decide who is told: sending a message costs nothing for it. What
 * gets lost with a process is found by the sweep. Returns how to stop.
 */
export function watchNews(): () => void {
  const rooms = new Set<string>();
  const reads = new Map<string, { user: number; room: string; seq: number }>();
  let timer: NodeJS.Timeout | undefined;
  const unsubscribe = subscribe((hint) => {
    if (hint.kind === "events" && hint.events.some(({ type }) => type === "message.created")) rooms.add(hint.room);
    else if (hint.kind === "read") {
      reads.set(`${hint.user_id} ${hint.room}`, { user: hint.user_id, room: hint.room, seq: hint.seq });
    } else return;
    timer ??= setTimeout(() => {
      timer = undefined;
      pass().catch((error: unknown) => log.warn({ err: error }, "news wait for the sweep of notifications"));
    }, gather).unref();
  });

  async function pass(): Promise<void> {
    const [said, read] = [[...rooms], [...reads.values()]];
    rooms.clear();
    reads.clear();
    const { db } = database();
    if (said.length > 0) {
      for (const room of await selectRoomsToNotify(db, said))
        await addJob(db, "notify-room", { room }, { key: `notify ${room}` });
    }
    if (read.length > 0) {
      for (const one of await selectShown(db, read)) {
        await addJob(db, "clear-shown", one, { key: `clear ${one.user} ${one.room}`, delay: 2, attempts: 3 });
      }
    }
  }

  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
