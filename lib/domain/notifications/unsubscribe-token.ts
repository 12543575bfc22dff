import { createHmac, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/config/config";

/** What is in the link of an e-mail: whoever has it may end the e-mails of this person, and nothing else. */
export function unsubscribeToken(user: number): string {
  return `${user}.${seal(user)}`;
}

/** Whose it is, or null when it was not made here. */
export function readUnsubscribeToken(token: string): number | null {
  const [, id = "", given = ""] = /^(\d{1,10})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!id) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(seal(Number(id)))) ? Number(id) : null;
}

const seal = (user: number) =>
  createHmac("sha256", config().AUTH_SECRET).update(`mail-unsubscribe:${user}`).digest("base64url");
