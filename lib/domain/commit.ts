import { database, type Db } from "@/db/database";
import { appendEvent, type NewEvent } from "@/db/queries/events";
import { publishCommitted } from "./publish-committed";

type Appended = { room: string; seq: number };

/** Takes the room's next number and stores the event. */
export type Emit = (room: string, event: NewEvent) => Promise<number>;

/**
 * Runs a verb in one transaction and tells the world after the commit, never before.
 * `emit` takes the room's next number and stores the event in the same transaction; it needs the room's row, which
 * `accessRoom` holds for whatever changes a room.
 */
export async function commit<T>(work: (tx: Db, emit: Emit) => Promise<T>): Promise<T> {
  const appended: Appended[] = [];
  const result = await database().db.transaction(async (tx) => {
    const emit = async (room: string, event: NewEvent) => {
      const seq = await appendEvent(tx, room, event);
      appended.push({ room, seq });
      return seq;
    };
    return work(tx, emit);
  });
  const byRoom = new Map<string, number[]>();
  for (const { room, seq } of appended) byRoom.set(room, [...(byRoom.get(room) ?? []), seq]);
  for (const [room, seqs] of byRoom) await publishCommitted(room, seqs);
  return result;
}
