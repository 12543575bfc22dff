import { expect, it } from "vitest";
import type { RoomEvent } from "@/lib/contract/events";
import { isNewsOver } from "./is-news-over";

const shown = { id: "0190a5c0-0000-7000-8000-000000000001", room: "0190a5c0-0000-7000-8000-00000000000a", seq: 7 };
const other = "0190a5c0-0000-7000-8000-00000000000b";
const me = 3;

const event = (type: "message.deleted" | "message.updated" | "read.advanced", data: object, room = shown.room) =>
  ({ type, room, data }) as unknown as RoomEvent;
const read = (user_id: number, seq: number, room?: string) => event("read.advanced", { user_id, seq }, room);

it.each([
  ["it was deleted", event("message.deleted", { id: shown.id }), true],
  ["another message was deleted", event("message.deleted", { id: other }), false],
  ["it was edited", event("message.updated", { id: shown.id }), false],
  ["one has read it", read(me, 7), true],
  ["one has read on past it", read(me, 9), true],
  ["one has read as far as before it", read(me, 6), false],
  ["somebody else has read it", read(4, 7), false],
  ["one has read as far in another chat", read(me, 9, other), false],
])("when %s", (_, what, over) => {
  expect(isNewsOver(what, shown, me)).toBe(over);
});
