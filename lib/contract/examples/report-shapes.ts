import type { z } from "zod";
import type * as shapes from "@/lib/contract/reports";
import { message, messageId, roomId, user } from "./shapes";

/** The part of the story in which somebody reports a message. */

type Out<S extends z.ZodType> = z.output<S>;

const reporter = { id: 3, username: "cleo", full_name: "Cleo Brandt", email: "cleo@example.com" };
const reportId = "0199a1b2-0000-7000-8000-00000000000a";

export const filedReport: Out<typeof shapes.filedReport> = {
  id: reportId,
  message: messageId,
  person: user,
  reason: "harassment",
  created_at: "2026-05-04T10:02:00.000000Z",
};

export const report: Out<typeof shapes.report> = {
  id: reportId,
  status: "open",
  source: "people",
  person: { ...user, role: "staff", is_active: true },
  message: {
    id: messageId,
    room: { id: roomId, name: "Task: Fix the boiler", room_type: "task" },
    content: message.content,
    state: "visible",
    sender_place: "participant",
    silenced_until: null,
    created_at: message.created_at,
  },
  reports: [{ reporter, reason: "harassment", note: "Not the first time.", created_at: "2026-05-04T10:02:00.000000Z" }],
  decisions: [],
  opened_at: "2026-05-04T10:02:00.000000Z",
  closed_at: null,
};

export const reportWithContext: Out<typeof shapes.reportWithContext> = {
  ...report,
  attachments: [],
  context: [
    { id: messageId, sender: user, content: message.content, created_at: message.created_at, is_reported: true },
  ],
};

export const warning: Out<typeof shapes.warning> = {
  id: "0199a1b2-0000-7000-8000-00000000000b",
  note: "Please keep it friendly.",
  message: message.content,
  created_at: "2026-05-04T10:30:00.000000Z",
  acknowledged_at: null,
};
