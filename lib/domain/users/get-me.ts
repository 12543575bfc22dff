import { database } from "@/db/database";
import { selectUser } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentMe } from "./present-me";

export async function getMe(ctx: Ctx): Promise<Me> {
  const row = await selectUser(database().db, ctx.userId);
  if (!row) throw new ChatError("unauthorized", "Sign in first.");
  return presentMe(row);
}
