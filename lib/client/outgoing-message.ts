import type { Message } from "@/lib/contract/shapes";
import type { Outgoing } from "@/lib/client/outbox-entry";

/** A message that waits, in the form of one that is there: its `client_id` stands for the id that it will get. */
export function outgoingMessage(entry: Outgoing): Message {
  return {
    id: entry.client_id,
    room: entry.room,
    seq: 0,
    client_id: entry.client_id,
    sender: entry.sender,
    message_type: "text",
    content: entry.content,
    attachment: null,
    attachment_name: "",
    attachment_size: null,
    attachments: [],
    link_preview: null,
    reply_to: entry.reply_to,
    reply_to_id: entry.reply_to?.id ?? null,
    thread_root_id: entry.thread_root,
    reply_count: 0,
    reactions: [],
    mentions: [],
    created_at: entry.created_at,
    modified_at: entry.created_at,
    is_edited: false,
    edited_at: null,
    is_deleted: false,
    deleted_at: null,
    pinned_at: null,
    hidden_at: null,
    is_read: true,
    read_count: 0,
    read_by: {},
  };
}
