import { database } from "@/db/database";
import { anyUsers } from "@/db/queries/users";

/** Whether nobody has an account yet, so that the first visitor makes the first superuser. */
export async function needsSetUp(): Promise<boolean> {
  return !(await anyUsers(database().db));
}
