import type { RoomEvent } from "@/lib/contract/events";

/**
 * Whether the event ends the showing of a message: it was read, here or on another device, or deleted. What was read
 * before it says nothing of it.
 */
export function isNewsOver(event: RoomEvent, shown: { id: string; room: string; seq: number }, me: number): boolean {
  if (event.type === "message.deleted") return event.data.id === shown.id;
  if (event.type !== "read.advanced" || event.room !== shown.room) return false;
  return event.data.user_id === me && event.data.seq >= shown.seq;
}
