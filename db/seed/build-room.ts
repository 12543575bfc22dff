import type { Line } from "./content/line";

export type BuiltMessage = {
  id: string;
  seq: number;
  number: number;
  sender: string;
  content: string;
  at: Date;
  /** Index of the message that it answers. */
  replyTo: number | null;
  /** Index of the message in whose thread it is. */
  threadRoot: number | null;
  pinned: boolean;
  reactions: { emoji: string; people: string[] }[];
  mentionsAll: boolean;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Gives a room's lines their times (one talk a day over the past two weeks), numbers and ids. The same lines give the
 * same result but for the moment that they end at.
 */
export function buildMessages(room: number, lines: Line[], end: Date): BuiltMessage[] {
  const times = timesOf(room, lines.length, end.getTime());
  return lines.map(([sender, content, ...marks], index) => {
    const at = times[index] ?? end.getTime();
    const above = (sign: string) => {
      const mark = marks.find((one) => one.startsWith(sign));
      return mark ? index - Number(mark.slice(1)) : null;
    };
    return {
      id: idOf(room, index, at),
      seq: index + 2,
      number: index + 1,
      sender,
      content,
      at: new Date(at),
      replyTo: above("^"),
      threadRoot: above("#"),
      pinned: marks.includes("📌"),
      reactions: marks.filter((mark) => !/^[\^#📌]/u.test(mark)).map(reaction),
      mentionsAll: content.includes("@all"),
    };
  });
}

function reaction(mark: string): { emoji: string; people: string[] } {
  const emoji = mark.replace(/[a-z,]+$/, "");
  return { emoji, people: mark.slice(emoji.length).split(",") };
}

/** From the last message backwards: some minutes between two of one day, then the day before. */
function timesOf(room: number, count: number, end: number): number[] {
  const perDay = Math.max(4, Math.ceil(count / 14));
  const times: number[] = [];
  let time = end;
  for (let back = 0; back < count; back += 1) {
    if (back > 0 && back % perDay === 0) time = Math.min(awake(end - (back / perDay) * day, room), time - minute);
    else if (back > 0) time -= (1 + ((back * 37 + room * 11) % 23)) * minute + ((back * 7919) % 60) * 1000;
    times.unshift(time);
  }
  return times;
}

/** Nobody writes at night: before 10 and after 20 o'clock (UTC) move to the afternoon. */
function awake(time: number, room: number): number {
  const at = new Date(time);
  if (at.getUTCHours() < 10 || at.getUTCHours() >= 20) at.setUTCHours(13 + (room % 5));
  return at.getTime();
}

/** A UUIDv7 of this moment; what is random elsewhere is counted here. */
export function idOf(room: number, index: number, time: number): string {
  const stamp = time.toString(16).padStart(12, "0");
  const tail = ((room + 1) * 100_000 + index).toString(16).padStart(12, "0");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${index.toString(16).padStart(3, "0")}-8${room.toString(16).padStart(3, "0")}-${tail}`;
}
