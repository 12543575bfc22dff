/** How long the log goes back: a cursor older than this is answered with `reset`. */
export const retentionDays = 30;
