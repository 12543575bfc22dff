import type { HeldText } from "@/lib/contract/held";
import type { Message } from "@/lib/contract/shapes";
import type { Outgoing } from "@/lib/client/outbox-entry";

export type Row =
  | { kind: "start"; key: string }
  | { kind: "day"; key: string; time: string }
  | { kind: "new"; key: string }
  | { kind: "system"; key: string; message: Message }
  | { kind: "thread"; key: string; message: Message; mine: boolean }
  | { kind: "message"; key: string; message: Message; mine: boolean; first: boolean; last: boolean }
  | { kind: "held"; key: string; text: HeldText; first: boolean; last: boolean }
  | { kind: "outgoing"; key: string; entry: Outgoing; first: boolean; last: boolean };

const RUN = 5 * 60 * 1000;

type Input = {
  messages: Message[];
  /** The reader's texts that moderators hold. */
  held?: readonly HeldText[];
  waiting: Outgoing[];
  me: number;
  /** Messages of others after this number are new to the reader. */
  readSeq: number;
  atStart: boolean;
  /** Whether these are the messages of one thread, and not of the room. */
  thread?: boolean;
  dayOf: (time: string) => string;
};

/** `alone`: stands for itself, in no run. */
type Line = { time: string; sender: number | null; alone: boolean };

function sameRun(a: Line | undefined, b: Line | undefined, dayOf: Input["dayOf"]): boolean {
  if (!a || !b || a.alone || b.alone || a.sender === null || a.sender !== b.sender) return false;
  return Math.abs(Date.parse(b.time) - Date.parse(a.time)) <= RUN && dayOf(a.time) === dayOf(b.time);
}

/**
 * Lays messages out in rows: days apart, the line of what is new, runs of one person within five minutes together.
 * Replies in threads are single lines among them, so that nothing new can hide in a thread.
 */
export function timelineRows({
  messages,
  held: known = [],
  waiting: sending,
  me,
  readSeq,
  atStart,
  thread = false,
  dayOf,
}: Input): Row[] {
  // Whatever is heard of first, the text is shown once.
  const held = known.filter(({ client_id }) => !messages.some((m) => m.client_id === client_id && m.sender?.id === me));
  const waiting = sending.filter(({ client_id }) => !held.some((text) => text.client_id === client_id));
  const rows: Row[] = atStart ? [{ kind: "start", key: "start" }] : [];
  const lines: Line[] = [
    ...messages.map((m) => ({
      time: m.created_at,
      sender: m.sender?.id ?? null,
      alone: m.message_type === "system" || (!thread && m.thread_root_id !== null),
    })),
    ...[...held, ...waiting].map((own) => ({ time: own.created_at, sender: me, alone: false })),
  ];
  const firstNew = messages.findIndex((message) => message.seq > readSeq && message.sender?.id !== me);
  let day = "";
  lines.forEach((line, i) => {
    const today = dayOf(line.time);
    if (today !== day) rows.push({ kind: "day", key: `day:${today}`, time: line.time });
    day = today;
    if (i === firstNew) rows.push({ kind: "new", key: "new" });
    const first = i === firstNew || !sameRun(lines[i - 1], line, dayOf);
    const last = i + 1 === firstNew || !sameRun(line, lines[i + 1], dayOf);
    const message = messages[i];
    const text = held[i - messages.length];
    const entry = waiting[i - messages.length - held.length];
    if (message) {
      // Keyed by what the sender chose, so that a sent message keeps its place on screen when it is stored.
      const key = message.client_id && message.sender?.id === me ? message.client_id : message.id;
      if (message.message_type === "system") rows.push({ kind: "system", key, message });
      else if (line.alone) rows.push({ kind: "thread", key, message, mine: line.sender === me });
      else rows.push({ kind: "message", key, message, mine: line.sender === me, first, last });
    } else if (text) rows.push({ kind: "held", key: text.client_id, text, first, last });
    else if (entry) rows.push({ kind: "outgoing", key: entry.client_id, entry, first, last });
  });
  return rows;
}
