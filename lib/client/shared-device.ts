import type { SharedDeviceHere } from "@/lib/contract/shared-devices";

const TOUCHED = "aristay.touched";
const DEVICE = "aristay.shared-device";
const LOCKED = "aristay.locked";

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing is one tab, which counts for itself.
  }
}

/** All tabs count as one: whoever touches one is still there. */
export const noteTouch = (): void => write(TOUCHED, String(Date.now()));

/** How long (ms) nobody has touched any tab; nothing when that is not known, as just after signing in. */
export function untouchedFor(): number | null {
  const at = read(TOUCHED);
  return at === null ? null : Date.now() - Number(at);
}

/** From here on every tab locks, and so does whatever page is opened while the last messages leave. */
export const noteLocking = (): void => write(TOUCHED, "0");

/** Kept for the page that is opened without a network, which no server has made. */
export const keepSharedDevice = (device: SharedDeviceHere): void => write(DEVICE, JSON.stringify(device));

export function keptSharedDevice(): SharedDeviceHere | null {
  try {
    return JSON.parse(read(DEVICE) ?? "null") as SharedDeviceHere | null;
  } catch {
    return null;
  }
}

/** Without a network the server cannot be told: with this cookie it takes the session for ended. */
export function markLocked(): void {
  document.cookie = `${LOCKED}=1; Path=/; Max-Age=34560000; SameSite=Strict`;
}

export const isMarkedLocked = (): boolean => document.cookie.split("; ").includes(`${LOCKED}=1`);

export function unmarkLocked(): void {
  document.cookie = `${LOCKED}=; Path=/; Max-Age=0; SameSite=Strict`;
}

/** The language that somebody has chosen goes with them. */
export function forgetLanguage(): void {
  document.cookie = "locale=; Path=/; Max-Age=0; SameSite=Lax";
}
