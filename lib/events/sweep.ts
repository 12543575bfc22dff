import { database } from "@/db/database";
import { type NewMembership, selectEndedSessions, selectHeads, selectNewMemberships } from "@/db/queries/sweep";

export type Swept = {
  heads: Map<string, number>;
  memberships: NewMembership[];
  ended: { id: string; reason: string | null }[];
};

/** What the database knows that a lost hint may not have told: three statements whatever the number of people. */
export async function sweep(ask: {
  rooms: string[];
  users: number[];
  sessions: string[];
  /** How far back memberships are looked at. */
  seconds: number;
}): Promise<Swept> {
  const { db } = database();
  const [heads, memberships, ended] = await Promise.all([
    ask.rooms.length > 0 ? selectHeads(db, ask.rooms) : [],
    ask.users.length > 0 ? selectNewMemberships(db, ask.users, ask.seconds) : [],
    ask.sessions.length > 0 ? selectEndedSessions(db, ask.sessions) : [],
  ]);
  return { heads: new Map(heads.map((head) => [head.id, head.last_seq])), memberships, ended };
}
