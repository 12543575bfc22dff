import { z } from "zod";
import { mailDelays } from "./mail-delays";
import { roles } from "./roles";
import { taskGroups } from "./task-groups";

/**
 * Every shape of the wire contract's §3, once. Types are derived with `z.infer`; nothing on the wire is declared
 * elsewhere. `id` is the shape's name in the API documents.
 */

export const id = z.int().min(1).max(2147483647);
export const uuid = z.guid();
/** ISO 8601 UTC with `Z`, microseconds. */
export const time = z.iso.datetime();

export const taskTypes = [
  "administration",
  "cleaning",
  "maintenance",
  "laundry",
  "lawn_pool",
  "inspection",
  "preparation",
  "other",
] as const;
export const taskStatuses = ["pending", "waiting_dependency", "in-progress", "completed", "canceled"] as const;
export const roomTypes = ["direct", "group", "task", "property"] as const;
export const messageTypes = ["text", "image", "file", "voice", "system"] as const;
export const notifyLevels = ["all", "mentions", "none"] as const;
/** Who may write in a room; `admins` makes it an announcement room. */
export const whoWrites = ["everybody", "admins"] as const;
export const presenceStatuses = ["online", "away", "dnd", "offline"] as const;

export const role = z.enum(roles);
export const taskGroup = z.enum(taskGroups);
export const roomType = z.enum(roomTypes);
export const messageType = z.enum(messageTypes);
/** Which messages of a room somebody wants to be told of on their devices. */
export const notifyLevel = z.enum(notifyLevels);
export const whoWritesIn = z.enum(whoWrites);

export const user = z
  .object({ id, username: z.string(), full_name: z.string(), email: z.string() })
  .meta({ id: "User" });

export const presence = z
  .object({
    status: z.enum(presenceStatuses),
    on_duty: z.boolean(),
    last_active_at: time.nullable(),
  })
  .meta({ id: "Presence" });

/** An entry of the staff directory. */
export const directoryUser = user
  .extend({
    role,
    task_group: taskGroup,
    avatar_url: z.string().nullable(),
    presence,
  })
  .meta({ id: "DirectoryUser" });

/** Quiet hours in the person's own zone: days 0 (Sunday) to 6, times `HH:MM`. */
export const quietHours = z.object({
  days: z.array(z.int().min(0).max(6)).max(7),
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  end: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

export const me = user
  .extend({
    first_name: z.string(),
    last_name: z.string(),
    role,
    task_group: taskGroup,
    is_active: z.boolean(),
    is_superuser: z.boolean(),
    locale: z.string(),
    timezone: z.string(),
    avatar_url: z.string().nullable(),
    presence,
    quiet_hours: quietHours.nullable(),
    do_not_disturb: z.boolean(),
    /** Whether notifications show who wrote what, or only that something came. */
    notification_text: z.boolean(),
    /** Minutes after which a mention that one left unread comes by e-mail; null: never. */
    mail_after: z.literal(mailDelays).nullable(),
    /** Words that concern one as if one were named. */
    keywords: z.array(z.string()),
  })
  .meta({ id: "Me" });

export const participant = z
  .object({
    id,
    user,
    room: uuid,
    joined_at: time,
    last_read_at: time.nullable(),
    last_read_seq: z.int(),
    is_admin: z.boolean(),
    unread_count: z.int(),
    is_muted: z.boolean(),
    muted_until: time.nullable(),
    /** Beyond the contract, like all of notifications. */
    notify: notifyLevel,
    /** Until then they only read here; `9999-12-31T23:59:59.000000Z`: until somebody lifts it. */
    silenced_until: time.nullable(),
    left_at: time.nullable(),
  })
  .meta({ id: "Participant" });

export const attachment = z
  .object({
    id: uuid,
    kind: z.enum(["image", "file", "voice"]),
    name: z.string(),
    size: z.int(),
    content_type: z.string(),
    url: z.string(),
    thumbnail_url: z.string().nullable(),
    /** Of a picture larger than a screen: as large as one. */
    preview_url: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration_ms: z.int().nullable(),
    waveform: z.array(z.int()).nullable(),
    placeholder: z.string().nullable(),
    /** Of a PDF. */
    pages: z.int().nullable(),
    /** Of two pictures that were sent as a pair: which one shows the place before the work, and which after. */
    moment: z.enum(["before", "after"]).nullable(),
  })
  .meta({ id: "Attachment" });

export const reaction = z.object({ emoji: z.string(), count: z.int(), user_ids: z.array(id) }).meta({ id: "Reaction" });

export const replyTo = z.object({
  id: uuid,
  sender: z.object({ id, username: z.string() }).nullable(),
  content: z.string(),
  created_at: time,
});

/** What the first link of a message leads to, as that page says of itself. Comes a moment after the message. */
export const linkPreview = z
  .object({
    url: z.string(),
    title: z.string(),
    description: z.string(),
    site_name: z.string(),
    image_url: z.string().nullable(),
    image_width: z.int().nullable(),
    image_height: z.int().nullable(),
  })
  .meta({ id: "LinkPreview" });

/** A message as events carry it: the same for every reader. */
export const sharedMessage = z
  .object({
    id: uuid,
    room: uuid,
    seq: z.int(),
    client_id: z.string().nullable(),
    sender: user.nullable(),
    message_type: messageType,
    content: z.string(),
    attachment: z.string().nullable(),
    attachment_name: z.string(),
    attachment_size: z.int().nullable(),
    attachments: z.array(attachment),
    link_preview: linkPreview.nullable(),
    reply_to: replyTo.nullable(),
    reply_to_id: uuid.nullable(),
    thread_root_id: uuid.nullable(),
    reply_count: z.int(),
    reactions: z.array(reaction),
    mentions: z.array(id),
    created_at: time,
    modified_at: time,
    is_edited: z.boolean(),
    edited_at: time.nullable(),
    is_deleted: z.boolean(),
    deleted_at: time.nullable(),
    pinned_at: time.nullable(),
    /** A moderator has hidden it: its content is a placeholder, and it has no files. */
    hidden_at: time.nullable(),
    read_count: z.int(),
    read_by: z.record(z.string(), time),
  })
  .meta({ id: "SharedMessage" });

/** A message as one reader gets it from REST. */
export const message = sharedMessage.extend({ is_read: z.boolean() }).meta({ id: "Message" });

export const roomListItem = z
  .object({
    id: uuid,
    display_name: z.string(),
    room_type: roomType,
    is_active: z.boolean(),
    unread_count: z.int(),
    last_message_preview: z.string(),
    last_message_time: time.nullable(),
    participant_count: z.int(),
    modified_at: time,
    mention_count: z.int(),
    is_muted: z.boolean(),
    last_seq: z.int(),
    /** Beyond the contract: what the list needs to draw a row without a second request. */
    last_message_sender: user.nullable(),
    other_user_id: id.nullable(),
    task: id.nullable(),
    property: id.nullable(),
    last_read_seq: z.int(),
    notify: notifyLevel,
    who_writes: whoWritesIn,
    /** Of the reader themselves. */
    is_admin: z.boolean(),
    silenced_until: time.nullable(),
  })
  .meta({ id: "RoomListItem" });

export const room = z
  .object({
    id: uuid,
    name: z.string(),
    description: z.string(),
    room_type: roomType,
    task: id.nullable(),
    property: id.nullable(),
    created_at: time,
    modified_at: time,
    created_by: user.nullable(),
    is_active: z.boolean(),
    archived_at: time.nullable(),
    participants: z.array(participant),
    participant_count: z.int(),
    last_message: message.nullable(),
    unread_count: z.int(),
    display_name: z.string(),
    last_seq: z.int(),
    who_writes: whoWritesIn,
  })
  .meta({ id: "Room" });

export const typingSign = z.object({ id: z.string(), room: uuid, user, started_at: time }).meta({ id: "TypingSign" });

export const property = z
  .object({
    id,
    name: z.string(),
    address: z.string(),
    created_at: time,
    modified_at: time,
  })
  .meta({ id: "Property" });

export const task = z
  .object({
    id,
    title: z.string(),
    description: z.string(),
    task_type: z.enum(taskTypes),
    status: z.enum(taskStatuses),
    property: id.nullable(),
    assigned_to: user.nullable(),
    created_by: user.nullable(),
    due_date: time.nullable(),
    created_at: time,
    modified_at: time,
  })
  .meta({ id: "Task" });

export type QuietHours = z.infer<typeof quietHours>;
export type WhoWrites = z.infer<typeof whoWritesIn>;
export type NotifyLevel = z.infer<typeof notifyLevel>;
export type User = z.infer<typeof user>;
export type Presence = z.infer<typeof presence>;
export type DirectoryUser = z.infer<typeof directoryUser>;
export type Me = z.infer<typeof me>;
export type Participant = z.infer<typeof participant>;
export type Attachment = z.infer<typeof attachment>;
export type Reaction = z.infer<typeof reaction>;
export type SharedMessage = z.infer<typeof sharedMessage>;
export type Message = z.infer<typeof message>;
export type RoomListItem = z.infer<typeof roomListItem>;
export type Room = z.infer<typeof room>;
export type TypingSign = z.infer<typeof typingSign>;
export type Property = z.infer<typeof property>;
export type Task = z.infer<typeof task>;
export type Role = z.infer<typeof role>;
export type TaskGroup = z.infer<typeof taskGroup>;
