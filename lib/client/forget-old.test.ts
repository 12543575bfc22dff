import { expect, it } from "vitest";
import type { Message } from "@/lib/contract/shapes";
import { message } from "@/lib/contract/examples/shapes";
import { forgetOld } from "@/lib/client/forget-old";
import { keys } from "@/lib/client/keys";
import { makeQueryClient } from "@/lib/client/queries";
import type { Timeline } from "@/lib/client/timeline";

const room = message.room;
const at = (id: string, day: number, more: Partial<Message> = {}): Message => ({
  ...message,
  id,
  seq: day,
  created_at: `2026-05-${String(day).padStart(2, "0")}T08:00:00.123456Z`,
  pinned_at: null,
  ...more,
});
const held = (...messages: Message[]): Timeline => ({ messages, hasOlder: true, hasNewer: false });
const from = "2026-05-10T08:00:00.123Z";

function look(messages: Record<string, Message[]>) {
  const client = makeQueryClient();
  const keyOf = (name: string) => (name === "room" ? keys.timeline(room) : keys.thread(room, name));
  for (const [name, list] of Object.entries(messages)) client.setQueryData(keyOf(name), held(...list));
  forgetOld(client, from);
  return (name: string) => client.getQueryData<Timeline>(keyOf(name))?.messages.map(({ id }) => id);
}

it("takes what is too old, to the microsecond, and leaves what is newer or pinned", () => {
  const pinned = at("pinned", 2, { pinned_at: "2026-05-03T08:00:00Z" });
  const before = at("before", 10, { created_at: "2026-05-10T08:00:00.122999Z" });
  const shown = look({ room: [at("old", 1), pinned, before, at("same", 10, { created_at: from }), at("new", 11)] });
  expect(shown("room")).toEqual(["pinned", "same", "new"]);
});

it("leaves the first message of a thread with its newer replies, and asks again for a thread without any", () => {
  const shown = look({
    root: [at("root", 1), at("reply", 2), at("late", 12)],
    dead: [at("dead", 1), at("reply", 2)],
    alone: [at("alone", 1)],
    fixed: [at("fixed", 1, { pinned_at: "2026-05-03T08:00:00Z" })],
    young: [at("young", 12)],
  });
  expect(shown("root")).toEqual(["root", "late"]);
  expect(shown("dead")).toBeUndefined();
  expect(shown("alone")).toBeUndefined();
  expect(shown("fixed")).toEqual(["fixed"]);
  expect(shown("young")).toEqual(["young"]);
});
