import type { Me, Message, Room, RoomListItem, Task, User } from "@/lib/contract/shapes";

const time = "2026-05-04T09:24:00.000000Z";
const roomId = "0199a000-0000-7000-8000-000000000001";

const person = (id: number, username: string, full_name: string): User => ({
  id,
  username,
  full_name,
  email: `${username}@example.com`,
});
const maria = person(2, "maria", "Maria Reyes");
const linh = person(3, "linh", "Linh Trần");
const alice = person(1, "alice", "Alice Johnson");

const me: Me = {
  ...alice,
  role: "manager",
  task_group: "cleaning",
  avatar_url: null,
  presence: { status: "online", on_duty: true, last_active_at: time },
  first_name: "Alice",
  last_name: "Johnson",
  is_active: true,
  is_superuser: false,
  locale: "en",
  timezone: "UTC",
  quiet_hours: null,
  do_not_disturb: false,
  notification_text: true,
  keywords: [],
  mail_after: null,
};

const room: Room = {
  id: roomId,
  name: "North team",
  description: "",
  room_type: "group",
  task: null,
  property: null,
  created_at: time,
  modified_at: time,
  created_by: maria,
  is_active: true,
  archived_at: null,
  participants: [alice, maria, linh].map((user, index) => ({
    id: index + 1,
    user,
    room: roomId,
    joined_at: time,
    last_read_at: time,
    last_read_seq: 1,
    is_admin: index === 1,
    unread_count: 0,
    is_muted: false,
    muted_until: null,
    notify: "all",
    silenced_until: null,
    left_at: null,
  })),
  participant_count: 3,
  last_message: null,
  unread_count: 0,
  display_name: "North team",
  last_seq: 9,
  who_writes: "everybody",
};

let seq = 0;
function message(sender: User, content: string, more: Partial<Message> = {}): Message {
  seq += 1;
  return {
    id: `0199a000-0000-7000-8000-0000000001${String(seq).padStart(2, "0")}`,
    room: roomId,
    seq,
    client_id: null,
    sender,
    message_type: "text",
    content,
    attachment: null,
    attachment_name: "",
    attachment_size: null,
    attachments: [],
    link_preview: null,
    reply_to: null,
    reply_to_id: null,
    thread_root_id: null,
    reply_count: 0,
    reactions: [],
    mentions: [],
    created_at: time,
    modified_at: time,
    is_edited: false,
    edited_at: null,
    is_deleted: false,
    deleted_at: null,
    pinned_at: null,
    hidden_at: null,
    read_count: 0,
    read_by: {},
    is_read: true,
    ...more,
  };
}

const asked = message(maria, "Check-in is at **15:00** sharp today");
const messages: Record<string, Message> = {
  plain: asked,
  marks: message(linh, "_Slowly_, `code`, ~~gone~~, https://example.com and @alice\n- one\n- two\n> quoted"),
  reactions: message(linh, "Kitchen is done", {
    reactions: [
      { emoji: "👍", count: 2, user_ids: [1, 2] },
      { emoji: "🙏", count: 1, user_ids: [2] },
    ],
  }),
  thread: message(maria, "Who has the van?", { reply_count: 3 }),
  pinnedAndEdited: message(maria, "Door code 4471#", { pinned_at: time, is_edited: true, edited_at: time }),
  deleted: message(maria, "[Message deleted]", { is_deleted: true }),
  hidden: message(maria, "[Hidden by a moderator]", { hidden_at: time }),
  jumbo: message(linh, "🎉👏"),
  sent: message(alice, "On it"),
  read: message(alice, "Towels are in the van", { read_count: 2, read_by: { 2: time, 3: time } }),
  reply: message(alice, "Of course", {
    reply_to: { id: asked.id, sender: { id: 2, username: "maria" }, content: asked.content, created_at: time },
    reply_to_id: asked.id,
  }),
  inThread: message(linh, "I have it until two", { thread_root_id: asked.id }),
};

const row = (nth: number, more: Partial<RoomListItem>): RoomListItem => ({
  id: `${roomId.slice(0, -1)}${nth}`,
  display_name: "North team",
  room_type: "group",
  is_active: true,
  unread_count: 0,
  last_message_preview: "See you at one",
  last_message_time: time,
  participant_count: 3,
  modified_at: time,
  mention_count: 0,
  notify: "all",
  who_writes: "everybody",
  is_admin: false,
  silenced_until: null,
  is_muted: false,
  last_seq: 9,
  last_message_sender: linh,
  other_user_id: null,
  task: null,
  property: null,
  last_read_seq: 9,
  ...more,
});

const rows: Record<string, RoomListItem> = {
  read: row(1, {}),
  unread: row(2, { unread_count: 3 }),
  many: row(3, { unread_count: 100, mention_count: 1 }),
  muted: row(4, { unread_count: 5, is_muted: true }),
  direct: row(5, { room_type: "direct", display_name: "Maria Reyes", other_user_id: 2, last_message_sender: maria }),
  task: row(6, { room_type: "task", display_name: "Task: Turnover clean", last_message_preview: "[Image]" }),
  property: row(7, {
    room_type: "property",
    display_name: "Property: Palm Villa",
    last_message_preview: "No messages yet",
  }),
};

const task: Task = {
  id: 1,
  title: "Turnover clean",
  description: "",
  task_type: "cleaning",
  status: "in-progress",
  property: null,
  assigned_to: alice,
  created_by: maria,
  due_date: time,
  created_at: time,
  modified_at: time,
};

/** What the workshop shows its pieces with. */
export const specimens = { me, room, messages, rows, task };
