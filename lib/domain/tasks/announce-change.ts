import type { Db } from "@/db/database";
import { insertSystemMessage, lockSubjectRooms } from "@/db/queries/subject-rooms";
import { selectUser } from "@/db/queries/users";
import type { Task } from "@/lib/contract/shapes";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";
import { briefOf } from "../users/present-me";

/** Tells the task's rooms, archived ones left out, what somebody changed about it. */
export async function announceChange(tx: Db, emit: Emit, ctx: Ctx, was: Task, is: Task): Promise<void> {
  const changes = sentences(was, is);
  if (changes.length === 0) return;
  const rooms = await lockSubjectRooms(tx, { task: is.id });
  if (rooms.length === 0) return;
  const actor = await selectUser(tx, ctx.userId);
  const name = actor ? briefOf(actor).full_name : ctx.username;
  const content = changes.map((change) => `${name} ${change}`).join("\n");
  for (const room of rooms) {
    const messageId = await insertSystemMessage(tx, room, ctx.userId, content);
    await emit(room, { type: "message.created", messageId, userId: ctx.userId });
  }
}

const statuses: Record<Task["status"], string> = {
  pending: "Pending",
  waiting_dependency: "Waiting for something else",
  "in-progress": "In progress",
  completed: "Completed",
  canceled: "Canceled",
};

function sentences(was: Task, is: Task): string[] {
  const said: string[] = [];
  if (was.status !== is.status) {
    said.push(`changed the status from ${statuses[was.status]} to ${statuses[is.status]}.`);
  }
  if (was.assigned_to?.id !== is.assigned_to?.id) {
    said.push(
      is.assigned_to ? `assigned the task to ${is.assigned_to.full_name}.` : "took the task from its assignee.",
    );
  }
  if (was.due_date !== is.due_date) {
    said.push(is.due_date ? `set the due date to ${minute(is.due_date)}.` : "removed the due date.");
  }
  return said;
}

/** `2026-05-01 09:30 UTC`: readers are in several time zones. */
const minute = (time: string) => `${time.slice(0, 16).replace("T", " ")} UTC`;
