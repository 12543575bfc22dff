import { decode } from "next-auth/jwt";
import { config } from "@/lib/config/config";
import { cookieOf } from "./cookie-of";
import { cookieNames } from "./cookie-names";

type Opened = { sid: string; exp: number };

const maxRemembered = 2000;
/** Opening an encrypted cookie costs more than the query it guards; whether its session lives is asked every time. */
const remembered = new Map<string, Opened>();

/** The session that a browser's cookie header names; undefined when there is none or it is not ours. */
export async function readSessionCookie(cookieHeader: string): Promise<Opened | undefined> {
  const token = cookieOf(cookieHeader, cookieNames().session);
  return token ? open(token) : undefined;
}

async function open(token: string): Promise<Opened | undefined> {
  const known = remembered.get(token) ?? (await decodeCookie(token));
  if (!known || known.exp * 1000 <= Date.now()) {
    remembered.delete(token);
    return undefined;
  }
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(token, known);
  return known;
}

async function decodeCookie(token: string): Promise<Opened | undefined> {
  try {
    const claims = await decode({ token, secret: config().AUTH_SECRET });
    if (typeof claims?.sid !== "string" || typeof claims.exp !== "number") return undefined;
    return { sid: claims.sid, exp: claims.exp };
  } catch {
    return undefined;
  }
}
