import { hash, verify } from "@node-rs/argon2";

// Argon2id is 2; the package's own enum cannot be used with isolated modules. Memory and time as OWASP advises.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Without a hash (unknown person, no password set) it works as long, and answers no. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored) return verify(stored, password);
  dummy ??= hashPassword("nobody has this password");
  await verify(await dummy, password);
  return false;
}
