import type { NewUser } from "@/db/queries/users";
import { hashChosenPassword } from "./hash-chosen-password";
import type { Role, TaskGroup } from "@/lib/contract/shapes";

export type AccountInput = {
  username?: string;
  /** `null`: an account without a password, which is set by a link later. */
  password?: string | null;
  email?: string;
  first_name?: string;
  last_name?: string;
  role?: Role;
  task_group?: TaskGroup;
  is_active?: boolean;
};

/** The columns that an account's input sets; what was not given is left out. */
export async function accountValues(given: AccountInput): Promise<Partial<NewUser>> {
  return {
    ...(given.username !== undefined && { username: given.username }),
    ...(typeof given.password === "string" && { passwordHash: await hashChosenPassword(given.password) }),
    ...(given.email !== undefined && { email: given.email }),
    ...(given.first_name !== undefined && { firstName: given.first_name }),
    ...(given.last_name !== undefined && { lastName: given.last_name }),
    ...(given.role !== undefined && { role: given.role }),
    ...(given.task_group !== undefined && { taskGroup: given.task_group }),
    ...(given.is_active !== undefined && { isActive: given.is_active }),
  };
}
