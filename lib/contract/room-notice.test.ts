import { expect, it } from "vitest";
import { readRoomNotice, type RoomNotice, writeRoomNotice } from "./room-notice";

const notices: RoomNotice[] = [
  { change: "silenced", name: "Ana Ruiz", person: "Bob until Lee", until: "2026-05-01T09:30:00Z" },
  { change: "silenced", name: "Ana Ruiz", person: "Bob Lee", until: null },
  { change: "unsilenced", name: "Ana Ruiz", person: "Bob Lee" },
  { change: "adminsWrite", name: "Ana Ruiz" },
  { change: "everybodyWrites", name: "Ana Ruiz" },
];

it.each(notices)("$change is read as it was written", (notice) => {
  expect(readRoomNotice(writeRoomNotice(notice))).toEqual(notice);
});

it("takes no other sentence for one of its own", () => {
  expect(readRoomNotice("Ana Ruiz removed the due date.")).toBeNull();
});
