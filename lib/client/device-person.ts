import { wipeDeviceDatabases } from "@/lib/client/device-database";
import { dropShared } from "@/lib/client/shared-things";

/** Who this browser is signed in as. Gone from the moment on at which somebody begins to sign in or out. */
const HERE = "aristay.person";
/** Whose data lies on this device. */
const OWNER = "aristay.owner";
const OURS = "aristay.";

function read(name: string): number | null {
  try {
    const value = Number(localStorage.getItem(name));
    return Number.isInteger(value) && value > 0 ? value : null;
  } catch {
    return null;
  }
}

function write(name: string, person: number): void {
  try {
    localStorage.setItem(name, String(person));
  } catch {
    // Nothing is kept on this device, so there is nothing to guard.
  }
}

/** Where a browser keeps nothing, tabs cannot be told apart from those of somebody else, and nothing is left behind. */
let unguarded = false;

function clearOwn(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(OURS)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** The person of the last page that the server made; null while that is not certain. */
export const personHere = (): number | null => read(HERE);

/**
 * Whether this tab may still act in its person's name: the cookie is shared by all tabs, and another one may have
 * signed in as somebody else. Asked before everything that is sent.
 */
export const isStillHere = (person: number): boolean => unguarded || read(HERE) === person;

/** The server has said who this is. Whatever somebody else has left here is removed before anything is read. */
export async function claimDevice(person: number): Promise<void> {
  const owner = read(OWNER);
  if (owner !== person) {
    if (owner !== null) clearOwn();
    await wipeDeviceDatabases(person, owner);
  }
  write(OWNER, person);
  write(HERE, person);
  unguarded = read(HERE) !== person;
}

/** From here on nobody is certain until the server says who it is: called before signing in or out. */
export function unclaimDevice(): void {
  try {
    localStorage.removeItem(HERE);
  } catch {
    // Nothing was kept.
  }
}

/** Signing out leaves nothing behind. */
export async function leaveDevice(): Promise<void> {
  const owner = read(OWNER);
  clearOwn();
  await dropShared().catch(() => undefined);
  await wipeDeviceDatabases(null, owner);
}

/** Calls back when another tab signs in or out. */
export function onPersonChange(person: number, changed: (now: number | null) => void): () => void {
  const listen = (event: StorageEvent) => {
    if ((event.key === HERE || event.key === null) && personHere() !== person) changed(personHere());
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}
