import { silencedForGood } from "./silenced-for-good";

/** What a room is told of who may write in it. Names are full names; `until` is a time, or null: until it is lifted. */
export type RoomNotice =
  | { change: "silenced"; name: string; person: string; until: string | null }
  | { change: "unsilenced"; name: string; person: string }
  | { change: "adminsWrite"; name: string }
  | { change: "everybodyWrites"; name: string };

/** The sentence of a system message, as `writeTaskNotice` writes it of tasks: part of the wire, hence English. */
export function writeRoomNotice(notice: RoomNotice): string {
  switch (notice.change) {
    case "silenced": {
      const { name, person, until } = notice;
      if (until === null) return `${name} silenced ${person} until further notice.`;
      return `${name} silenced ${person} until ${until.slice(0, 16).replace("T", " ")} UTC.`;
    }
    case "unsilenced":
      return `${notice.name} lets ${notice.person} write again.`;
    case "adminsWrite":
      return `${notice.name} made this an announcement room: only admins write here.`;
    case "everybodyWrites":
      return `${notice.name} lets everybody write here.`;
  }
}

/** What a sentence of `writeRoomNotice` tells; null for any other. */
export function readRoomNotice(sentence: string): RoomNotice | null {
  const silenced = /^(.+?) silenced (.+) until (?:(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC|further notice)\.$/.exec(sentence);
  if (silenced?.[1] && silenced[2]) {
    const until = silenced[3] && silenced[4] ? `${silenced[3]}T${silenced[4]}:00Z` : null;
    return { change: "silenced", name: silenced[1], person: silenced[2], until };
  }
  const admins = /^(.+) made this an announcement room: only admins write here\.$/.exec(sentence);
  if (admins?.[1]) return { change: "adminsWrite", name: admins[1] };
  const everybody = /^(.+) lets everybody write here\.$/.exec(sentence);
  if (everybody?.[1]) return { change: "everybodyWrites", name: everybody[1] };
  const again = /^(.+?) lets (.+) write again\.$/.exec(sentence);
  return again?.[1] && again[2] ? { change: "unsilenced", name: again[1], person: again[2] } : null;
}

/** `silenced_until` as a notice has it. */
export const noticeUntil = (until: string): string | null => (until === silencedForGood ? null : until);
