/** How authenticators know a person: they give it back at each sign-in, and hold one passkey for it and this house. */
export const userHandle = (userId: number): Buffer => Buffer.from(`person ${userId}`);
