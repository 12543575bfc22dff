/** From the most to the least. Apart from the schemas, so that pages can read it without them. */
export const roles = ["superuser", "manager", "staff", "viewer"] as const;
