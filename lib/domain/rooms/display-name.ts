import type { UserBrief } from "@/db/queries/messages";
import { presentUser } from "../present-user";

/** A room's name for one reader. */
export function displayName(room: {
  id: string;
  name: string;
  room_type: string;
  other: UserBrief | null;
  task_title: string | null;
  property_name: string | null;
}): string {
  if (room.name !== "") return room.name;
  if (room.room_type === "direct" && room.other) return presentUser(room.other).full_name;
  if (room.task_title !== null) return `Task: ${room.task_title}`;
  if (room.property_name !== null) return `Property: ${room.property_name}`;
  return `Chat #${room.id.slice(0, 8)}`;
}
