/** The card over a conversation that says what it is about; all of it is the link. */
export const bannerLook = {
  card: "relative mx-3 mt-3 flex min-h-17 shrink-0 items-center gap-3 rounded-bubble border border-line bg-raised px-3 py-2.5 shadow-card md:mx-5",
  link: "after:absolute after:inset-0 after:rounded-bubble focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent",
};
