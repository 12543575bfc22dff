import type { RoomListItem, SharedMessage } from "@/lib/contract/shapes";
import { activity, type RoomList, sorted } from "@/lib/client/room-list";

/** Unread counts stop here, as the server's do. */
const UNREAD_CAP = 100;

export function changeRoom(list: RoomList, id: string, change: (item: RoomListItem) => RoomListItem): RoomList {
  const at = list.items.findIndex((item) => item.id === id);
  const present = list.items[at];
  if (!present) return list;
  const items = [...list.items];
  items[at] = change(present);
  const moved = at > 0 && activity(items[at] ?? present) !== activity(present);
  return { ...list, items: moved ? sorted(items) : items };
}

export function dropRoom(list: RoomList, id: string): RoomList {
  const items = list.items.filter((item) => item.id !== id);
  return items.length === list.items.length ? list : { items, count: list.count - 1 };
}

export function previewOf(message: SharedMessage): string {
  switch (message.message_type) {
    case "image":
      return "[Image]";
    case "file":
      return "[File Attachment]";
    case "voice":
      return "[Voice Message]";
    case "system":
      return "[System Message]";
    case "text":
      return message.content.slice(0, 100);
  }
}

/** What a new message does to its room's row. */
export function withNewMessage(item: RoomListItem, message: SharedMessage, me: number): RoomListItem {
  if (message.seq <= item.last_seq && item.last_message_time && message.created_at <= item.last_message_time)
    return item;
  const foreign = message.sender?.id !== me && message.seq > item.last_read_seq;
  const forMe = foreign && message.mentions.includes(me);
  return {
    ...item,
    last_seq: Math.max(item.last_seq, message.seq),
    last_message_preview: previewOf(message),
    last_message_time: message.created_at,
    last_message_sender: message.sender,
    last_read_seq: message.sender?.id === me ? Math.max(item.last_read_seq, message.seq) : item.last_read_seq,
    unread_count: foreign ? Math.min(item.unread_count + 1, UNREAD_CAP) : item.unread_count,
    mention_count: forMe ? item.mention_count + 1 : item.mention_count,
  };
}

/** The newest message was edited or deleted: its preview follows. */
export function withChangedMessage(item: RoomListItem, message: SharedMessage): RoomListItem {
  if (item.last_message_time !== message.created_at) return item;
  return { ...item, last_message_preview: previewOf(message) };
}

export function withReadSoFar(item: RoomListItem, seq: number, unread: number | null): RoomListItem {
  if (seq <= item.last_read_seq && unread === null) return item;
  const done = seq >= item.last_seq;
  return {
    ...item,
    last_read_seq: Math.max(item.last_read_seq, seq),
    unread_count: unread ?? (done ? 0 : item.unread_count),
    mention_count: (unread ?? (done ? 0 : item.unread_count)) === 0 ? 0 : item.mention_count,
  };
}
