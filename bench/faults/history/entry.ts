/** The history of a run: one JSON line each, in the order in which they became known. `at` is in ms since 1970. */
export type Transport = "rest" | "socket" | "raw";

export type Action =
  /** Without a `client_id` the token stands in the content alone, and nothing is sent twice. */
  | { do: "send"; room: string; token: string; client_id: string | null; content: string }
  | { do: "edit"; id: string; content: string }
  | { do: "delete"; id: string }
  | { do: "react"; id: string; emoji: string; on: boolean }
  /** Reads one message back. */
  | { do: "look"; id: string }
  /** Tries to read a room. */
  | { do: "peek"; room: string }
  | { do: "read"; room: string; seq: number; id: string }
  /** Asks how far one has read oneself. */
  | { do: "watermark"; room: string }
  | { do: "remove"; room: string; user: number; participant: number }
  | { do: "leave"; room: string; user: number }
  | { do: "add"; room: string; user: number };

export type Result = {
  id?: string;
  seq?: number;
  /** Whether the server said that it was this try that made the message; absent where the transport does not say. */
  created?: boolean;
  content?: string;
};

export type Invoke = { e: "invoke"; at: number; op: number; who: number; by: Transport; action: Action };
export type Outcome =
  | { e: "ok"; at: number; op: number; result: Result }
  | { e: "fail"; at: number; op: number; code: string }
  | { e: "unknown"; at: number; op: number; why: string };

/** Something that a connection was told. `moment` is the server's time of it. */
export type HeardEvent = {
  room: string;
  seq: number | null;
  type: string;
  id: string | null;
  user: number | null;
  moment: string;
};

export type Heard = {
  e: "heard";
  at: number;
  who: number;
  by: "socket" | "raw";
  connection: number;
  how: "live" | "sync";
  events: HeardEvent[];
};

/** Known for sure: this person is out of the room from here on, or is about to come back. */
export type Membership = { e: "member"; at: number; room: string; user: number; state: "out" | "entering" };

export type FaultEntry = { e: "fault"; at: number; names: string[]; phase: "inject" | "healed"; note?: string };

/** A message sent after (or during) a fault, and when each listener had it: null for never. */
export type Probe = {
  e: "probe";
  at: number;
  names: string[];
  id: string;
  /** The later of the end of the fault and the acknowledgement. */
  since: number;
  acknowledgedAfter: number;
  /** How many times longer everything takes because the machine has more to do than it can; 1 when it has not. */
  stretch: number;
  heardAfter: Record<string, number | null>;
};

export type ShownMessage = {
  id: string;
  seq: number;
  sender: number | null;
  client_id: string | null;
  content: string;
  deleted: boolean;
  reactions: Record<string, number[]>;
};

/** What a listener's screen would show of a room at the end. Deleted messages may be missing. */
export type View = {
  e: "view";
  at: number;
  who: number;
  by: "socket" | "raw";
  room: string;
  /** The last number it has; null where the protocol does not number everything. */
  head: number | null;
  messages: ShownMessage[];
};

export type LoggedEvent = { seq: number; type: string; id: string | null; user: number | null };

/** What the server itself says of a room at the end: its log, its messages in their order, and who has read how far. */
export type Final = {
  e: "final";
  at: number;
  room: string;
  last_seq: number;
  log: LoggedEvent[];
  messages: ShownMessage[];
  marks: { user: number; seq: number }[];
};

/** A server process that ended without being asked to. */
export type Ended = { e: "ended"; at: number; node: number; how: string };

export type Entry = Invoke | Outcome | Heard | Membership | FaultEntry | Probe | View | Final | Ended;
