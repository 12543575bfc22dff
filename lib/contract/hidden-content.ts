/** What a message says in place of its text while a moderator hides it. Readers see it in their own language. */
export const hiddenContent = "[Hidden by a moderator]";
