import type { Recorder } from "../history/recorder";
import type { Random } from "../random";
import type { World } from "../world/world";
import { Mover } from "./mover";
import { type Person, personAt } from "./person";
import { RawLink } from "./raw-link";
import { Sender } from "./sender";
import { SocketLink } from "./socket-link";
import { type Recent, Worker } from "./worker";

const workers = 8;
const inBulk = 4;
const observers = 3;
const movers = 3;
const busyRooms = 4;

/** Everybody of a run, their devices and their rooms. */
export type Crew = {
  owner: Person;
  rooms: string[];
  /** The room in which only probes are sent, so that nothing else wakes whoever missed one. */
  quiet: string;
  /** Devices that show everything all the time. */
  sockets: SocketLink[];
  raws: RawLink[];
  busy: { run(over: () => boolean): Promise<void> }[];
  /** A cursor from before the first room. */
  cursor: string;
  close(): void;
};

type MadeRoom = { id: string; participants: { id: number; user: { id: number } }[] };

function names(what: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${what}${i + 1}`);
}

/** The first one owns every room. */
export const usernames = [
  "owner",
  ...names("observer", observers),
  ...names("worker", workers),
  ...names("mover", movers),
];

export async function gatherCrew(world: World, recorder: Recorder, random: Random): Promise<Crew> {
  const everybody = world.people.map((one) => personAt(world.url, one));
  const owner = everybody[0] as Person;
  const watching = everybody.slice(1, 1 + observers);
  const working = everybody.slice(1 + observers, 1 + observers + workers);
  const moving = everybody.slice(1 + observers + workers);
  const { cursor } = await owner.rest.insist<{ cursor: string }>("GET", "/api/chat/sync/");

  const links = new Map<Person, SocketLink>();
  for (const one of everybody.slice(1)) links.set(one, new SocketLink(one.id, one.rest, recorder, one.token));
  await Promise.all([...links.values()].map((link) => link.started()));

  const ids = (persons: Person[]) => persons.map((person) => person.id);
  const make = (name: string, participant_ids: number[]) =>
    owner.rest.insist<MadeRoom>("POST", "/api/chat/rooms/", {
      room_type: "group",
      name,
      participant_ids,
    });
  const busy: MadeRoom[] = [];
  for (let n = 0; n < busyRooms; n++) {
    const guests = moving.filter((_, i) => i % 2 === n);
    const busyHere = working.filter((_, i) => i % 2 === n % 2);
    busy.push(await make(`Busy ${n + 1}`, ids([...watching, ...busyHere, ...guests])));
  }
  const quiet = await make("Quiet", ids(watching));
  const rooms = busy.map((room) => room.id);

  const open = (person: Person, room: string, shows: boolean) =>
    new RawLink(person.id, room, `${world.url}/ws/chat/${room}/?token=${person.token}`, recorder, shows);
  const raws = watching.slice(0, 2).flatMap((person) => [...rooms, quiet.id].map((room) => open(person, room, true)));
  const recent: Recent = [];
  const own: RawLink[] = [];
  const rawOf = (person: Person, room: string) => {
    const raw = open(person, room, false);
    own.push(raw);
    return raw;
  };
  const senderOf = (person: Person, held: RawLink[]) =>
    new Sender(person, links.get(person) ?? null, held, recorder, random.fork());
  const crewAtWork: Crew["busy"] = working.map((person, i) => {
    const mine = rooms.filter((_, n) => n % 2 === i % 2);
    const sender = senderOf(person, [rawOf(person, mine[i % 4 < 2 ? 0 : 1] ?? quiet.id)]);
    return new Worker(sender, mine, recent, random.fork(), i < inBulk);
  });
  moving.forEach((person, i) => {
    const room = busy[i % 2];
    if (!room) return;
    const raw = rawOf(person, room.id);
    const participant = room.participants.find(({ user }) => user.id === person.id)?.id ?? 0;
    const sender = senderOf(person, [raw]);
    crewAtWork.push(new Mover(senderOf(owner, []), sender, raw, participant, recorder, random.fork()));
    crewAtWork.push(new Worker(sender, [room.id], recent, random.fork()));
  });
  return {
    owner,
    rooms: [...rooms, quiet.id],
    quiet: quiet.id,
    sockets: watching.map((person) => links.get(person)).filter((link) => link !== undefined),
    raws,
    busy: crewAtWork,
    cursor,
    close() {
      for (const link of [...links.values(), ...raws, ...own]) link.close();
    },
  };
}
