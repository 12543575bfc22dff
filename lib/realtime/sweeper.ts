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
  for (const membership of found.memberships) {
    for (const connection of connectionsOf(membership.user_id)) {
      const delivery = liveRooms().get(membership.room_id);
      if (connection.only !== null || delivery?.hears(connection)) continue;
      // The room's log tells how they came in; where that was told already, they just start to hear it.
      if (delivery && delivery.toldSeq < membership.joined_seq) continue;
      enterRoom(connection, membership, membership.joined_seq - 1);
      void liveRooms().get(membership.room_id)?.catchUp();
    }
  }
  for (const [room, delivery] of liveRooms()) {
    if ((found.heads.get(room) ?? 0) > delivery.deliveredSeq) void delivery.catchUp();
  }
}
