import { describe, expect, it } from "vitest";
import type { Action, Entry, Final, HeardEvent, LoggedEvent, Result, ShownMessage } from "../history/entry";
import { readHistory } from "../history/reading";
import { judge } from "../judge";

const room = "room";
const [ada, ben] = [1, 2];
const moment = (ms: number) => new Date(ms).toISOString();

/** A history, written line by line. */
class Story {
  readonly entries: Entry[] = [];
  #op = 0;

  begin(who: number, action: Action): number {
    const op = ++this.#op;
    this.entries.push({ e: "invoke", at: this.entries.length, op, who, by: "rest", action });
    return op;
  }
  ok(op: number, result: Result = {}): void {
    this.entries.push({ e: "ok", at: this.entries.length, op, result });
  }
  fail(op: number, code = "forbidden"): void {
    this.entries.push({ e: "fail", at: this.entries.length, op, code });
  }
  unknown(op: number, why = "timeout"): void {
    this.entries.push({ e: "unknown", at: this.entries.length, op, why });
  }
  done(who: number, action: Action, result: Result = {}): void {
    this.ok(this.begin(who, action), result);
  }
  send(who: number, token: string): number {
    return this.begin(who, { do: "send", room, token, client_id: token, content: `${token} said` });
  }
  hear(who: number, by: "socket" | "raw", events: HeardEvent[], connection = 1): void {
    this.entries.push({ e: "heard", at: this.entries.length, who, by, connection, how: "live", events });
  }
  end(messages: ShownMessage[], log: LoggedEvent[], marks: Final["marks"] = []): void {
    const last_seq = log.at(-1)?.seq ?? 0;
    this.entries.push({ e: "final", at: this.entries.length, room, last_seq, log, messages, marks });
  }
}

const shown = (token: string, seq: number, sender = ada, more: Partial<ShownMessage> = {}): ShownMessage => ({
  id: `m-${token}`,
  seq,
  sender,
  client_id: token,
  content: `${token} said`,
  deleted: false,
  reactions: {},
  ...more,
});
const made = ({ id, seq, sender }: ShownMessage): LoggedEvent => ({ seq, type: "message.created", id, user: sender });
const told = (event: LoggedEvent): HeardEvent => ({ ...event, room, moment: moment(0) });

/** Which checks object to it. */
function objections(story: Story, slack = 1): string[] {
  return judge(readHistory(story.entries), slack).flatMap(({ check, violations }) =>
    violations.length > 0 ? [check] : [],
  );
}

/** Two messages, sent, heard and there. */
function goodStory(change: { messages?: ShownMessage[]; heard?: LoggedEvent[]; view?: ShownMessage[] } = {}): Story {
  const story = new Story();
  const both = [shown("a", 1), shown("b", 2)];
  for (const one of both) story.ok(story.send(ada, one.client_id ?? ""), { id: one.id, seq: one.seq, created: true });
  const log = both.map(made);
  story.hear(ben, "socket", (change.heard ?? log).map(told));
  story.hear(ben, "raw", (change.heard ?? log).map(told), 2);
  story.entries.push({ e: "view", at: 0, who: ben, by: "socket", room, head: 2, messages: change.view ?? both });
  story.end(change.messages ?? both, log);
  return story;
}

it("has nothing to say of a good history", () => {
  expect(objections(goodStory())).toEqual([]);
});

describe("sends", () => {
  it.each([
    ["an acknowledged message that is missing", [shown("a", 1)]],
    ["a message that is there twice", [shown("a", 1), shown("b", 2), shown("b", 3, ada, { id: "other" })]],
    ["a message that nobody sent", [shown("a", 1), shown("b", 2), shown("ghost", 3)]],
    ["another number than was acknowledged", [shown("a", 1), shown("b", 5)]],
    ["another sender", [shown("a", 1), shown("b", 2, ben)]],
  ])("objects to %s", (_, messages) => {
    expect(objections(goodStory({ messages }))).toContain("once");
  });

  it("lets an unknown send be there or not, and its retry count as one", () => {
    const story = new Story();
    story.unknown(story.send(ada, "a"));
    story.unknown(story.send(ada, "b"));
    story.fail(story.send(ada, "b"), "not_participant");
    story.begin(ada, { do: "send", room, token: "c", client_id: "c", content: "c said" });
    const there = shown("b", 1);
    story.end([there], [made(there)]);
    expect(objections(story)).toEqual([]);
  });

  it("objects to a refused one that is there", () => {
    const story = new Story();
    story.fail(story.send(ada, "a"));
    story.end([shown("a", 1)], [made(shown("a", 1))]);
    expect(objections(story)).toEqual(["refused"]);
  });
});

describe("order", () => {
  it("objects to a gap and to a number given twice", () => {
    for (const seqs of [
      [1, 3],
      [1, 1],
    ]) {
      const story = new Story();
      const messages = seqs.map((seq, i) => shown(`t${i}`, seq));
      for (const one of messages) story.ok(story.send(ada, one.client_id ?? ""), { id: one.id, seq: one.seq });
      story.end(messages, messages.map(made));
      expect(objections(story)).toContain("order");
    }
  });

  it("objects to a later send that stands before an acknowledged one", () => {
    const story = new Story();
    story.ok(story.send(ada, "late"), { id: "m-late", seq: 2 });
    story.ok(story.send(ben, "early"), { id: "m-early", seq: 1 });
    const messages = [shown("early", 1, ben), shown("late", 2)];
    story.end(messages, messages.map(made));
    expect(objections(story)).toEqual(["order"]);
  });

  it("lets two that overlap stand in either order", () => {
    const story = new Story();
    const first = story.send(ada, "x");
    const second = story.send(ben, "y");
    story.ok(first, { id: "m-x", seq: 2 });
    story.ok(second, { id: "m-y", seq: 1 });
    const messages = [shown("y", 1, ben), shown("x", 2)];
    story.end(messages, messages.map(made));
    expect(objections(story)).toEqual([]);
  });
});

describe("listeners", () => {
  const [a, b] = [made(shown("a", 1)), made(shown("b", 2))];

  it.each([
    ["backwards", [b, a]],
    ["twice", [a, a, b]],
    ["what is not in the log", [a, b, { ...b, seq: 3 }]],
  ])("objects to events heard %s", (_, heard) => {
    expect(objections(goodStory({ heard }))).toContain("live");
  });

  it("objects to a hole in what a living raw connection heard", () => {
    const story = new Story();
    const three = ["a", "b", "c"].map((token, i) => shown(token, i + 1));
    for (const one of three) story.ok(story.send(ada, one.client_id ?? ""), { id: one.id, seq: one.seq });
    story.hear(
      ben,
      "raw",
      [three[0], three[2]].map((one) => told(made(one as ShownMessage))),
    );
    story.end(three, three.map(made));
    expect(objections(story)).toEqual(["live"]);
  });

  it.each([
    ["a missing message", [shown("a", 1)]],
    ["an old text", [shown("a", 1), shown("b", 2, ada, { content: "b before" })]],
    ["a reaction that is not there", [shown("a", 1), shown("b", 2, ada, { reactions: { "👍": [ben] } })]],
    ["something that never was", [shown("a", 1), shown("b", 2), shown("z", 3)]],
  ])("objects to a screen with %s", (_, view) => {
    expect(objections(goodStory({ view }))).toEqual(["screens"]);
  });
});

describe("changes", () => {
  const told = (content: string) => ({ do: "edit", id: "m-a", content }) as const;
  const story = (write: (story: Story) => void, end: Partial<ShownMessage>) => {
    const given = new Story();
    given.ok(given.send(ada, "a"), { id: "m-a", seq: 1 });
    write(given);
    given.end([shown("a", 1, ada, end)], [made(shown("a", 1))]);
    return given;
  };

  it("demands the last acknowledged edit, or an unknown one", () => {
    const edits = (s: Story) => {
      s.done(ada, told("one"));
      s.unknown(s.begin(ada, told("maybe")));
      s.done(ada, told("two"));
    };
    expect(objections(story(edits, { content: "two" }))).toEqual([]);
    expect(objections(story(edits, { content: "maybe" }))).toEqual([]);
    expect(objections(story(edits, { content: "one" }))).toEqual(["changes"]);
    expect(objections(story(edits, { content: "a said" }))).toEqual(["changes"]);
  });

  it("demands that a deletion holds, and that nobody else deletes", () => {
    const gone = (s: Story) => s.done(ada, { do: "delete", id: "m-a" });
    expect(objections(story(gone, { deleted: true }))).toEqual([]);
    expect(objections(story(gone, {}))).toEqual(["changes"]);
    expect(objections(story(() => undefined, { deleted: true }))).toEqual(["changes"]);
  });

  it("demands the last acknowledged reaction of each person", () => {
    const liked = (s: Story) => s.done(ben, { do: "react", id: "m-a", emoji: "👍", on: true });
    expect(objections(story(liked, { reactions: { "👍": [ben] } }))).toEqual([]);
    expect(objections(story(liked, {}))).toEqual(["changes"]);
    expect(objections(story(() => undefined, { reactions: { "👍": [ben] } }))).toEqual(["changes"]);
  });

  it("demands that a read sees what was acknowledged before it", () => {
    const stale = (s: Story) => {
      s.done(ada, told("one"));
      s.done(ben, { do: "look", id: "m-a" }, { id: "m-a", content: "a said" });
    };
    expect(objections(story(stale, { content: "one" }))).toEqual(["read back"]);
  });
});

describe("removal", () => {
  const left: LoggedEvent = { seq: 2, type: "participant.left", id: null, user: ben };
  const first = shown("a", 1);
  const later = shown("b", 3);
  const story = (write: (story: Story) => void) => {
    const given = new Story();
    for (const one of [first, later]) given.ok(given.send(ada, one.client_id ?? ""), { id: one.id, seq: one.seq });
    given.done(ada, { do: "remove", room, user: ben, participant: 7 });
    given.entries.push({ e: "member", at: 1000, room, user: ben, state: "out" });
    write(given);
    given.end([first, later], [made(first), left, made(later)]);
    return given;
  };

  it("is content with silence, and with the removal itself", () => {
    expect(
      objections(story((s) => s.hear(ben, "socket", [first, later].slice(0, 1).map(made).concat(left).map(told)))),
    ).toEqual([]);
  });

  it("objects to whatever is heard or read afterwards", () => {
    const typing = { room, seq: null, type: "read.advanced", id: null, user: ada };
    expect(objections(story((s) => s.hear(ben, "socket", [told(made(later))])))).toEqual(["removal"]);
    expect(objections(story((s) => s.hear(ben, "socket", [{ ...typing, moment: moment(1900) }])))).toEqual([]);
    expect(objections(story((s) => s.hear(ben, "socket", [{ ...typing, moment: moment(2100) }])))).toEqual(["removal"]);
    expect(objections(story((s) => s.done(ben, { do: "peek", room })))).toEqual(["removal"]);
  });

  it("objects to an acknowledged removal that is not in the log", () => {
    const given = new Story();
    given.done(ada, { do: "remove", room, user: ben, participant: 7 });
    given.end([], []);
    expect(objections(given)).toEqual(["removal"]);
  });
});

describe("the rest", () => {
  it("objects to a read mark that goes back", () => {
    const story = new Story();
    story.done(ben, { do: "watermark", room }, { seq: 4 });
    story.done(ben, { do: "watermark", room }, { seq: 3 });
    expect(objections(story)).toEqual(["read marks"]);
  });

  it("objects to a probe that came late, or never", () => {
    for (const probe of [
      { acknowledgedAfter: 5001, heardAfter: { one: 0 } },
      { acknowledgedAfter: 10, heardAfter: { one: 5001 } },
      { acknowledgedAfter: 10, heardAfter: { one: 0, two: null } },
    ]) {
      const story = new Story();
      story.entries.push({ e: "probe", at: 0, names: ["server-kill"], id: "m", since: 0, stretch: 1, ...probe });
      expect(objections(story)).toEqual(["5 s"]);
    }
  });

  it("counts where slack takes the time away: late is well, never is not", () => {
    const late = new Story();
    const probe = { e: "probe" as const, at: 0, names: ["server-kill"], id: "m", since: 0, stretch: 1 };
    late.entries.push({ ...probe, acknowledgedAfter: 9000, heardAfter: { one: 9000 } });
    expect(objections(late, 12)).toEqual([]);
    const never = new Story();
    never.entries.push({ ...probe, acknowledgedAfter: 10, heardAfter: { one: null } });
    expect(objections(never, 12)).toEqual(["5 s"]);
  });

  it("objects to internal errors, and to a process that ends by itself", () => {
    const story = new Story();
    story.unknown(story.begin(ada, { do: "peek", room }), "500 internal");
    expect(objections(story)).toEqual(["answers"]);
    const ended = new Story();
    ended.entries.push({ e: "ended", at: 0, node: 1, how: "SIGSEGV" });
    expect(objections(ended)).toEqual(["answers"]);
  });
});
