import type { UserBrief } from "@/db/queries/messages";
import type { User } from "@/lib/contract/shapes";

/** The brief user of the contract; `full_name` falls back to the username. */
export function presentUser(row: UserBrief): User {
  const name = `${row.first_name} ${row.last_name}`.trim();
  return { id: row.id, username: row.username, full_name: name === "" ? row.username : name, email: row.email };
}
