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
  reactions: { emoji: string; people: string[] }[];
  mentionsAll: boolean;
};

const hour = 3_600_000;

/**
 * Gives a room's lines their times (in working hours over the past two weeks), numbers and ids. The same lines give the
 * same result but for the moment that they end at.
 */
export function buildMessages(room: number, lines: Line[], end: Date): BuiltMessage[] {
  const spread = Math.min(13, lines.length / 5) * 24 * hour;
  const start = end.getTime() - spread;
  let before = 0;
  return lines.map(([sender, content, ...marks], index) => {
    const share = lines.length === 1 ? 1 : index / (lines.length - 1);
    const jitter = ((index * 7919 + room * 104_729) % 97) * 1000;
    const at = index === lines.length - 1 ? end.getTime() : awake(start + share * spread) + jitter;
    before = Math.min(Math.max(at, before + 20_000), end.getTime() - (lines.length - 1 - index) * 15_000);
    const back = marks.find((mark) => mark.startsWith("^"));
    return {
      id: idOf(room, index, before),
      seq: index + 2,
      number: index + 1,
      sender,
      content,
      at: new Date(before),
      replyTo: back ? index - Number(back.slice(1)) : null,
      reactions: marks.filter((mark) => mark !== back).map(reaction),
      mentionsAll: content.includes("@all"),
    };
  });
}

function reaction(mark: string): { emoji: string; people: string[] } {
  const emoji = mark.replace(/[a-z,]+$/, "");
  return { emoji, people: mark.slice(emoji.length).split(",") };
}

/** Nobody writes at night: a time between 21 and 7 (UTC) moves into the day. */
function awake(time: number): number {
  const at = new Date(time);
  const hours = at.getUTCHours();
  return hours >= 7 && hours < 21 ? time : time + ((7 - hours + 24) % 24) * hour;
}

/** A UUIDv7 of this moment; what is random elsewhere is counted here. */
export function idOf(room: number, index: number, time: number): string {
  const stamp = time.toString(16).padStart(12, "0");
  const tail = ((room + 1) * 100_000 + index).toString(16).padStart(12, "0");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${index.toString(16).padStart(3, "0")}-8${room.toString(16).padStart(3, "0")}-${tail}`;
}
