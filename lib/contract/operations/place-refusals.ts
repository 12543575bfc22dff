/** What every write in a room may be refused with, for where the room or its writer stands just now. */
export const placeRefusals = ["room_archived", "silenced", "only_admins_write", "blocked"] as const;
