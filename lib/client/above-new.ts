/** Pixels of what is read already above the line that says "New", where a room with news opens; in the server's list a class. */
export const ABOVE_NEW = 48;
