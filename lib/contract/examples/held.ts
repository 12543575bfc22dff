import type { z } from "zod";
import type * as shapes from "@/lib/contract/held";
import { clientId, messageId, roomId, user } from "./shapes";

/** The part of the story in which a text waits for a moderator. */

type Out<S extends z.ZodType> = z.output<S>;

const heldId = "0199a1b2-0000-7000-8000-00000000000c";
const content = "Whoever left the mop here is an idiot.";
const created_at = "2026-05-04T10:02:00.000000Z";

const heldText: Out<typeof shapes.heldText> = {
  id: heldId,
  room: roomId,
  client_id: clientId,
  status: "waiting",
  content,
  attachments: [],
  reply_to: null,
  thread_root_id: null,
  reason: "",
  created_at,
};

const heldForModerators: Out<typeof shapes.heldForModerators> = {
  id: heldId,
  status: "waiting",
  person: { ...user, role: "staff", is_active: true },
  room: { id: roomId, name: "Task: Fix the boiler", room_type: "task" },
  content,
  rules: [{ rule: 1, text: "idiot" }],
  reason: "",
  decided_by: null,
  decided_at: null,
  message: null,
  created_at,
};

const heldWithContext: Out<typeof shapes.heldWithContext> = {
  ...heldForModerators,
  attachments: [],
  context: [],
};

const decided = {
  decided_by: { id: 3, username: "cleo", full_name: "Cleo Brandt", email: "cleo@example.com" },
  decided_at: "2026-05-04T10:20:00.000000Z",
};

export const heldExamples = {
  listOwnHeld: { response: { results: [heldText] } },
  takeBackHeld: {},
  listHeld: { response: { count: 1, next: null, previous: null, results: [heldForModerators] } },
  getHeld: { response: heldWithContext },
  releaseHeld: {
    response: { ...heldWithContext, ...decided, status: "released", message: messageId },
  },
  refuseHeld: {
    body: { reason: "Please keep it friendly." },
    response: { ...heldWithContext, ...decided, status: "refused", reason: "Please keep it friendly." },
  },
};
