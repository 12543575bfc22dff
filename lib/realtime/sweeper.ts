import { sweep } from "@/lib/events/sweep";
import { log } from "@/lib/log/log";
import { enterRoom, liveRooms } from "./delivery";
import { allConnections, connectedUsers, connectionsOf, revokeSessions } from "./people";

const every = 2000;
/** A membership's time is taken before its commit: look back further than the last sweep. */
const overlap = 15;

/** Looks every 2 s for what a lost hint did not tell: events, memberships, ended sessions. */
export function startSweeper(): () => void {
  // A clock that somebody sets must not make it look back too little.
  let last = performance.now();
  let timer: NodeJS.Timeout;
  let stopped = false;
  const round = async () => {
    const began = performance.now();
    try {
      await look((began - last) / 1000 + overlap);
      last = began;
    } catch (error) {
      log.warn({ err: error }, "the sweep failed; the next one looks further back");
    }
    if (!stopped) timer = setTimeout(() => void round(), every).unref();
  };
  timer = setTimeout(() => void round(), every).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function look(seconds: number): Promise<void> {
  const sessions = new Set([...allConnections()].map((connection) => connection.ctx.sessionId));
  const found = await sweep({
    rooms: [...liveRooms().keys()],
    users: connectedUsers(),
    sessions: [...sessions],
    seconds,
  });
  for (const { id, reason } of found.ended) revokeSessions([id], reason ?? "signed_out");
  for (const change of found.memberships) {
    const delivery = liveRooms().get(change.room_id);
    for (const connection of [...connectionsOf(change.user_id)]) {
      if (change.left_seq === null) {
        if (connection.only !== null || delivery?.audience.has(connection)) continue;
        // The room's log tells how they came in; where it is delivered past that, they just start to hear it.
        if (!delivery || delivery.deliveredSeq >= change.joined_seq) {
          connection.departed.delete(change.room_id);
          enterRoom(connection, change.room_id, change.joined_seq - 1);
          void liveRooms().get(change.room_id)?.catchUp();
        }
      } else if (delivery?.audience.has(connection) && delivery.deliveredSeq >= change.left_seq) {
        delivery.leave(connection);
        connection.removed(change.room_id);
      }
    }
  }
  for (const [room, delivery] of liveRooms()) {
    if ((found.heads.get(room) ?? 0) > delivery.deliveredSeq) void delivery.catchUp();
  }
}
