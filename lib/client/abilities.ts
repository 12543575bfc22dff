/** What the server answers to. A control is drawn only for what works. */
export const abilities = {
  edit: true,
  remove: true,
  react: true,
  pin: true,
};
