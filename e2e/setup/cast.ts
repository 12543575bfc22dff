import { database } from "@/db/database";
import { users } from "@/db/schema/users";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/contract/shapes";
import { RestClient } from "./rest-client";

export type Person = { id: number; username: string; access: string; refresh: string; rest: RestClient };

const password = "a long enough password";

/** People of a test, signed in by the front door. `names` may give a role: `{ ada: "staff", vera: "viewer" }`. */
export async function cast<K extends string>(url: string, names: Record<K, Role>): Promise<Record<K, Person>> {
  const passwordHash = await hashPassword(password);
  const people: Partial<Record<K, Person>> = {};
  for (const [username, role] of Object.entries(names) as [K, Role][]) {
    const first = username.charAt(0).toUpperCase() + username.slice(1);
    const [row] = await database()
      .db.insert(users)
      .values({ username, email: `${username}@example.com`, firstName: first, lastName: "Test", role, passwordHash })
      .returning({ id: users.id });
    if (!row) throw new Error("No user came back.");
    const signedIn = await new RestClient(url).post("/api/token/", { username, password });
    const { access, refresh } = signedIn.body as { access: string; refresh: string };
    people[username] = { id: row.id, username, access, refresh, rest: new RestClient(url, access) };
  }
  return people as Record<K, Person>;
}
