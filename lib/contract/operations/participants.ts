import { z } from "zod";
import { roomEvent } from "@/lib/contract/events";
import { id, notifyLevel, participant, time, typingSign } from "@/lib/contract/shapes";
import { limitText, numberParams, pageOf, pageQuery, timeIn, uuidIn } from "./inputs";
import { operation } from "./operation";

const errors = ["not_participant", "not_found"] as const;
const adminErrors = [...errors, "forbidden"] as const;

export const listParticipantsOp = operation({
  id: "listParticipants",
  method: "GET",
  path: "/api/chat/participants/",
  summary: "Who is in a room",
  query: z.strictObject({ ...pageQuery, room: uuidIn }),
  status: 200,
  response: pageOf(participant),
  auth: "bearer",
  errors,
});

export const getParticipantOp = operation({
  id: "getParticipant",
  method: "GET",
  path: "/api/chat/participants/{id}/",
  summary: "One participant; 404 for one who left",
  params: numberParams,
  status: 200,
  response: participant,
  auth: "bearer",
  errors,
});

export const addParticipantOp = operation({
  id: "addParticipant",
  method: "POST",
  path: "/api/chat/participants/",
  summary: "Add somebody to a room",
  body: z.strictObject({ room: uuidIn, user: id, is_admin: z.boolean().exactOptional() }),
  status: 201,
  response: participant,
  auth: "bearer",
  errors: [...adminErrors, "room_archived"],
});

export const updateParticipantOp = operation({
  id: "updateParticipant",
  method: "PATCH",
  path: "/api/chat/participants/{id}/",
  summary: "Make somebody a room admin, or no longer",
  params: numberParams,
  body: z.strictObject({ is_admin: z.boolean() }),
  status: 200,
  response: participant,
  auth: "bearer",
  errors: [...adminErrors, "last_admin"],
});

export const removeParticipantOp = operation({
  id: "removeParticipant",
  method: "DELETE",
  path: "/api/chat/participants/{id}/",
  summary: "Take somebody out of a room",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: [...adminErrors, "last_admin"],
});

export const silenceParticipantOp = operation({
  id: "silenceParticipant",
  method: "POST",
  path: "/api/chat/participants/{id}/silence/",
  summary: "Silence somebody in a room until a time; without one, until it is lifted",
  params: numberParams,
  body: z.strictObject({ until: timeIn.nullable().exactOptional() }),
  status: 200,
  response: participant,
  auth: "bearer",
  errors: adminErrors,
});

export const liftSilenceOp = operation({
  id: "liftSilence",
  method: "DELETE",
  path: "/api/chat/participants/{id}/silence/",
  summary: "Let somebody who was silenced write again",
  params: numberParams,
  status: 200,
  response: participant,
  auth: "bearer",
  errors: adminErrors,
});

export const muteParticipantOp = operation({
  id: "muteParticipant",
  method: "POST",
  path: "/api/chat/participants/{id}/mute/",
  summary: "Mute a room for oneself",
  params: numberParams,
  body: z.strictObject({ muted: z.boolean(), muted_until: timeIn.nullable().exactOptional() }),
  status: 200,
  response: participant,
  auth: "bearer",
  errors: [...errors, "forbidden"],
});

export const setNotifyOp = operation({
  id: "setNotify",
  method: "POST",
  path: "/api/chat/participants/{id}/notifications/",
  summary: "Which messages of a room one is told of on one's devices: all, those that concern oneself, none",
  params: numberParams,
  body: z.strictObject({ notify: notifyLevel }),
  status: 200,
  response: participant,
  auth: "bearer",
  errors: [...errors, "forbidden"],
});

export const listTypingOp = operation({
  id: "listTyping",
  method: "GET",
  path: "/api/chat/typing/",
  summary: "Who is typing in a room now, without the caller",
  query: z.strictObject({ ...pageQuery, room: uuidIn }),
  status: 200,
  response: pageOf(typingSign),
  auth: "bearer",
  errors,
});

export const syncOp = operation({
  id: "sync",
  method: "GET",
  path: "/api/chat/sync/",
  summary: "Every durable event since a cursor; without one, the present cursor",
  query: z.strictObject({ cursor: z.string().exactOptional(), limit: limitText.exactOptional() }),
  status: 200,
  response: z.object({
    events: z.array(roomEvent),
    cursor: z.string(),
    has_more: z.boolean(),
    reset: z.boolean(),
    /** Where the house keeps messages for a time: what was said before is removed, and shall go from devices too. */
    kept_from: time.exactOptional(),
  }),
  auth: "bearer",
  errors: ["bad_cursor"],
});
