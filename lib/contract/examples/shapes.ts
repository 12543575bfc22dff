import type { z } from "zod";
import type { block as blockShape } from "@/lib/contract/block";
import type { notice as noticeShape } from "@/lib/contract/notice";
import type { pushDevice as pushDeviceShape } from "@/lib/contract/push-device";
import type * as sessionShapes from "@/lib/contract/session";
import type * as shapes from "@/lib/contract/shapes";

/** One consistent little story, told by every example of the API documents. */

type Out<S extends z.ZodType> = z.output<S>;

export const user: Out<typeof shapes.user> = {
  id: 2,
  username: "ben",
  full_name: "Ben Carter",
  email: "ben@example.com",
};

export const manager: Out<typeof shapes.user> = {
  id: 1,
  username: "ada",
  full_name: "Ada Moreno",
  email: "ada@example.com",
};

export const directoryUser: Out<typeof shapes.directoryUser> = {
  ...user,
  role: "staff",
  task_group: "maintenance",
  avatar_url: null,
  presence: { status: "online", on_duty: true, last_active_at: "2026-05-04T09:14:02.120000Z" },
};

export const me: Out<typeof shapes.me> = {
  ...directoryUser,
  first_name: "Ben",
  last_name: "Carter",
  is_active: true,
  is_superuser: false,
  locale: "en",
  timezone: "Europe/Madrid",
  quiet_hours: { days: [0, 6], start: "22:00", end: "07:00" },
  do_not_disturb: false,
  notification_text: true,
  keywords: ["boiler"],
  mail_after: 60,
};

export const pushDevice: Out<typeof pushDeviceShape> = {
  id: "8a1e4c1e-7a53-4b0e-9f6e-3f2f4f0d8e90",
  kind: "web",
  platform: "web",
  created_at: "2026-05-01T08:00:00.000000Z",
  accepted_at: "2026-05-04T09:14:02.200000Z",
  failure: null,
  current: true,
};

export const roomId = "0199a1b2-0000-7000-8000-000000000001";
export const messageId = "0199a1b2-0000-7000-8000-000000000002";
export const clientId = "3f0d7a52-6c1e-4b7a-9a53-2f4f0d8e9c11";

export const message: Out<typeof shapes.message> = {
  id: messageId,
  room: roomId,
  seq: 7,
  client_id: clientId,
  sender: user,
  message_type: "text",
  content: "The boiler is fixed, @ada.",
  attachment: null,
  attachment_name: "",
  attachment_size: null,
  attachments: [],
  link_preview: null,
  reply_to: null,
  reply_to_id: null,
  thread_root_id: null,
  reply_count: 0,
  reactions: [{ emoji: "👍", count: 1, user_ids: [1] }],
  mentions: [1],
  created_at: "2026-05-04T09:14:02.120345Z",
  modified_at: "2026-05-04T09:14:02.120345Z",
  is_edited: false,
  edited_at: null,
  is_deleted: false,
  deleted_at: null,
  pinned_at: null,
  hidden_at: null,
  read_count: 1,
  read_by: { "1": "2026-05-04T09:15:11.000201Z" },
  is_read: true,
};

const { is_read: _, ...shared } = message;
export const sharedMessage: Out<typeof shapes.sharedMessage> = shared;

export const attachment: Out<typeof shapes.attachment> = {
  id: "0199a1b2-0000-7000-8000-000000000003",
  kind: "image",
  name: "boiler.jpg",
  size: 183_204,
  content_type: "image/jpeg",
  url: "https://chat.example.com/api/chat/attachments/0199a1b2-0000-7000-8000-000000000003/file/",
  thumbnail_url: "https://chat.example.com/api/chat/attachments/0199a1b2-0000-7000-8000-000000000003/thumbnail/",
  preview_url: "https://chat.example.com/api/chat/attachments/0199a1b2-0000-7000-8000-000000000003/preview/",
  width: 1600,
  height: 1200,
  duration_ms: null,
  waveform: null,
  placeholder: null,
  moment: null,
  pages: null,
};

export const participant: Out<typeof shapes.participant> = {
  id: 5,
  user,
  room: roomId,
  joined_at: "2026-05-01T08:00:00.000000Z",
  last_read_at: "2026-05-04T09:14:02.200000Z",
  last_read_seq: 7,
  is_admin: false,
  unread_count: 0,
  is_muted: false,
  muted_until: null,
  notify: "all",
  silenced_until: null,
  left_at: null,
};

export const notice: Out<typeof noticeShape> = {
  kind: "mention",
  at: message.created_at,
  is_unread: true,
  room: { id: roomId, display_name: "Task: Boiler in the cellar" },
  actor: message.sender,
  message: { id: messageId, thread_root_id: null, preview: message.content },
  emoji: null,
  held: null,
};

export const roomListItem: Out<typeof shapes.roomListItem> = {
  id: roomId,
  display_name: "Task: Fix the boiler",
  room_type: "task",
  is_active: true,
  unread_count: 0,
  last_message_preview: message.content,
  last_message_time: message.created_at,
  participant_count: 2,
  modified_at: message.created_at,
  mention_count: 0,
  is_muted: false,
  last_seq: 7,
  last_message_sender: user,
  other_user_id: null,
  task: 12,
  property: null,
  last_read_seq: 7,
  notify: "all",
  who_writes: "everybody",
  is_admin: false,
  silenced_until: null,
};

export const room: Out<typeof shapes.room> = {
  id: roomId,
  name: "",
  description: "",
  room_type: "task",
  task: 12,
  property: null,
  created_at: "2026-05-01T08:00:00.000000Z",
  modified_at: message.created_at,
  created_by: manager,
  is_active: true,
  archived_at: null,
  participants: [{ ...participant, id: 4, user: manager, is_admin: true }, participant],
  participant_count: 2,
  last_message: message,
  unread_count: 0,
  display_name: "Task: Fix the boiler",
  last_seq: 7,
  who_writes: "everybody",
};

export const block: Out<typeof blockShape> = { user, created_at: "2026-05-03T10:00:00.000000Z" };

export const typingSign: Out<typeof shapes.typingSign> = {
  id: `${roomId}:2`,
  room: roomId,
  user,
  started_at: "2026-05-04T09:13:58.000Z",
};

export const session: Out<typeof sessionShapes.session> = {
  id: "8f2c1d4e-9a61-4f0b-8a55-0d6c2b7e3f10",
  kind: "browser",
  device_name: "Chrome on Android",
  client: "Chrome",
  platform: "Android",
  address: "203.0.113.7",
  created_at: "2026-05-01T08:00:00.000000Z",
  last_seen_at: "2026-05-04T09:14:02.120000Z",
  expires_at: "2026-05-31T08:00:00.000000Z",
  current: true,
};

export const property: Out<typeof shapes.property> = {
  id: 3,
  name: "Villa Mar",
  address: "Calle del Sol 1, Nerja",
  created_at: "2026-04-01T08:00:00.000000Z",
  modified_at: "2026-04-01T08:00:00.000000Z",
};

export const task: Out<typeof shapes.task> = {
  id: 12,
  title: "Fix the boiler",
  description: "No hot water since Sunday.",
  task_type: "maintenance",
  status: "in-progress",
  property: 3,
  assigned_to: user,
  created_by: manager,
  due_date: "2026-05-05T10:00:00.000000Z",
  created_at: "2026-05-01T07:55:00.000000Z",
  modified_at: "2026-05-04T08:00:00.000000Z",
};

export const invite = {
  id: "0199a1b2-7c1d-4d4e-9f00-1a2b3c4d5e01",
  label: "Summer crew",
  role: "staff",
  task_group: "cleaning",
  max_uses: 12,
  uses: 3,
  created_by: user,
  created_at: "2026-05-04T09:00:00.000000Z",
  expires_at: "2026-05-11T09:00:00.000000Z",
  status: "open",
};

export const madeCode = {
  code: "K7QM-2XWD-9FHR",
  url: "https://chat.example.com/join#K7QM-2XWD-9FHR",
  expires_at: "2026-05-11T09:00:00.000000Z",
};

export const anyPushDevice = {
  id: pushDevice.id,
  user,
  platform: "web",
  service: "updates.push.services.mozilla.com",
  created_at: pushDevice.created_at,
  accepted_at: pushDevice.accepted_at,
  failed_at: "2026-05-03T22:10:00.000000Z",
  failure: null,
};

export const pushFailure = {
  id: 5120,
  at: "2026-05-03T22:10:00.000000Z",
  user,
  platform: "web",
  about: "message",
  status: "failed",
  reason: "413",
  tries: 1,
};

export const roomFacts = {
  id: "0199a1b2-7c1d-7d4e-9f00-1a2b3c4d5e02",
  display_name: "Turnover team",
  room_type: "group",
  participant_count: 7,
  message_count: 812,
  created_at: "2026-05-04T09:00:00.000000Z",
  created_by: user,
  last_activity_at: "2026-05-06T09:00:00.000000Z",
  archived_at: null,
  without_admin: false,
};
