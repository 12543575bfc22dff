/** Minutes, of which each person chooses one, after which an unread mention comes by e-mail. */
export const mailDelays = [15, 60, 240, 1440] as const;
