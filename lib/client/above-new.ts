/** Pixels of what is read already above the line that says "New", where a room with news opens. The server's list has it as a class. */
export const ABOVE_NEW = 48;
