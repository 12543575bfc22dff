import { z } from "zod";
import { message, messageType } from "@/lib/contract/shapes";
import {
  acceptWarning,
  dateOrTime,
  flagText,
  idText,
  limitText,
  messageContent,
  messageParams,
  pageOf,
  pageQuery,
  someText,
  text,
  uuidIn,
} from "./inputs";
import { filterRefusals } from "./filter-refusals";
import { formField, maxAttachments, voiceFields } from "./attachments";
import { operation } from "./operation";
import { placeRefusals } from "./place-refusals";

const errors = ["not_participant", "not_found"] as const;
const changeErrors = [...errors, "forbidden", "room_archived"] as const;
const writeErrors = [...errors, "forbidden", ...placeRefusals] as const;
const reactErrors = [...changeErrors, "silenced", "blocked"] as const;

export const listMessagesOp = operation({
  id: "listMessages",
  method: "GET",
  path: "/api/chat/messages/",
  summary: "Messages as pages, or with `before`, `after`, `around` or `limit` as a cursor list",
  query: z
    .strictObject({
      room: uuidIn.exactOptional(),
      thread_root: uuidIn.exactOptional(),
      pinned: flagText.exactOptional(),
      /** Those with files, of one room. */
      has: z.literal("attachment").exactOptional(),
      ordering: z.enum(["created_at", "-created_at"]).exactOptional(),
      include_deleted: flagText.default(false),
      page: pageQuery.page.unwrap().exactOptional(),
      page_size: pageQuery.page_size.unwrap().exactOptional(),
      limit: limitText.exactOptional(),
      before: uuidIn.exactOptional(),
      after: uuidIn.exactOptional(),
      around: uuidIn.exactOptional(),
    })
    .refine((query) => [query.before, query.after, query.around].filter(Boolean).length <= 1, {
      path: ["before"],
      error: "Give one of before, after and around.",
    })
    .refine((query) => query.has === undefined || query.room !== undefined, {
      path: ["room"],
      error: "It must be given with `has`.",
    }),
  status: 200,
  response: z.union([pageOf(message), z.object({ results: z.array(message), has_more: z.boolean() })]),
  auth: "bearer",
  errors,
});

export const sendMessageOp = operation({
  id: "sendMessage",
  method: "POST",
  path: "/api/chat/messages/",
  rate: "send",
  summary: "Send a message; the same `client_id` (or Idempotency-Key) again gives the first one back with 200",
  body: z.strictObject({
    room: uuidIn,
    /** Empty, or left out, only together with files. */
    content: text(10_000).default(""),
    message_type: messageType.exclude(["system"]).exactOptional(),
    reply_to: uuidIn.nullable().exactOptional(),
    thread_root: uuidIn.nullable().exactOptional(),
    client_id: z.guid("It must be a UUID.").nullable().exactOptional(),
    attachment_ids: z.array(uuidIn).max(maxAttachments, `At most ${maxAttachments} files.`).exactOptional(),
    /** The two pictures, in their order, show a place before and after the work. */
    before_after: z.boolean().exactOptional(),
    accept_warning: acceptWarning.exactOptional(),
  }),
  form: {
    file: "attachment",
    required: false,
    fields: z.strictObject({
      room: uuidIn,
      content: text(10_000).default(""),
      message_type: formField(messageType.exclude(["system"])),
      reply_to: formField(uuidIn),
      thread_root: formField(uuidIn),
      client_id: formField(z.guid("It must be a UUID.")),
      accept_warning: formField(flagText),
      ...voiceFields,
    }),
  },
  status: 201,
  response: message,
  auth: "bearer",
  errors: [
    "not_participant",
    "forbidden",
    ...placeRefusals,
    "client_id_reused",
    "too_large",
    "unsupported_media_type",
    "unprocessable",
    ...filterRefusals,
    "filter_held",
    "filter_full",
  ],
});

export const searchMessagesOp = operation({
  id: "searchMessages",
  method: "GET",
  path: "/api/chat/messages/search/",
  rate: "search",
  summary: "Search the messages of the caller's rooms",
  query: z.strictObject({
    ...pageQuery,
    q: text(200),
    room: uuidIn.exactOptional(),
    sender: idText.exactOptional(),
    message_type: messageType.exactOptional(),
    has: z.literal("attachment").exactOptional(),
    after_date: dateOrTime.exactOptional(),
    before_date: dateOrTime.exactOptional(),
  }),
  status: 200,
  response: pageOf(message.extend({ snippet: z.string() })),
  auth: "bearer",
  errors,
});

export const getMessageOp = operation({
  id: "getMessage",
  method: "GET",
  path: "/api/chat/messages/{id}/",
  summary: "One message",
  params: messageParams,
  status: 200,
  response: message,
  auth: "bearer",
  errors,
});

export const editMessageOp = operation({
  id: "editMessage",
  method: "PATCH",
  path: "/api/chat/messages/{id}/",
  summary: "Change one's own message",
  params: messageParams,
  body: z.strictObject({ content: messageContent, accept_warning: acceptWarning.exactOptional() }),
  status: 200,
  response: message,
  auth: "bearer",
  errors: [...writeErrors, ...filterRefusals],
});

export const deleteMessageOp = operation({
  id: "deleteMessage",
  method: "DELETE",
  path: "/api/chat/messages/{id}/",
  summary: "Delete a message: its sender or a room admin",
  params: messageParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: changeErrors,
});

export const markMessageReadOp = operation({
  id: "markMessageRead",
  method: "POST",
  path: "/api/chat/messages/{id}/mark_read/",
  summary: "Read up to and including this message",
  params: messageParams,
  status: 200,
  response: message,
  auth: "bearer",
  errors,
});

export const addReactionOp = operation({
  id: "addReaction",
  method: "POST",
  path: "/api/chat/messages/{id}/reactions/",
  summary: "React with one emoji; again changes nothing",
  params: messageParams,
  body: z.strictObject({ emoji: text(64) }),
  status: 200,
  response: message,
  auth: "bearer",
  errors: reactErrors,
});

export const removeReactionOp = operation({
  id: "removeReaction",
  method: "DELETE",
  path: "/api/chat/messages/{id}/reactions/{emoji}/",
  summary: "Take one's own reaction back",
  params: z.strictObject({ id: uuidIn, emoji: z.string() }),
  status: 200,
  response: message,
  auth: "bearer",
  errors: [...reactErrors, "invalid_input"],
});

export const pinMessageOp = operation({
  id: "pinMessage",
  method: "POST",
  path: "/api/chat/messages/{id}/pin/",
  summary: "Pin a message",
  params: messageParams,
  status: 200,
  response: message,
  auth: "bearer",
  errors: [...writeErrors, "conflict"],
});

export const makeUrgentOp = operation({
  id: "makeUrgent",
  method: "POST",
  path: "/api/chat/messages/{id}/urgent/",
  summary: "Make one's own message urgent: it is told through quiet hours; the reason is logged",
  params: messageParams,
  body: z.strictObject({ reason: someText(200) }),
  status: 200,
  response: message,
  auth: "bearer",
  errors: writeErrors,
});

export const unpinMessageOp = operation({
  id: "unpinMessage",
  method: "POST",
  path: "/api/chat/messages/{id}/unpin/",
  summary: "Unpin a message",
  params: messageParams,
  status: 200,
  response: message,
  auth: "bearer",
  errors: writeErrors,
});
