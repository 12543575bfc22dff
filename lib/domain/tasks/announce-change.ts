import type { Db } from "@/db/database";
import { insertSystemMessage, lockSubjectRooms } from "@/db/queries/subject-rooms";
import { selectUser } from "@/db/queries/users";
import type { Task } from "@/lib/contract/shapes";
import { type TaskNotice, writeTaskNotice } from "@/lib/contract/task-notice";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";
import { briefOf } from "../users/present-me";

/** Tells the task's rooms, archived ones left out, what somebody changed about it. */
export async function announceChange(tx: Db, emit: Emit, ctx: Ctx, was: Task, is: Task): Promise<void> {
  if (changesOf("", was, is).length === 0) return;
  const rooms = await lockSubjectRooms(tx, { task: is.id });
  if (rooms.length === 0) return;
  const actor = await selectUser(tx, ctx.userId);
  const name = actor ? briefOf(actor).full_name : ctx.username;
  const content = changesOf(name, was, is).map(writeTaskNotice).join("\n");
  for (const room of rooms) {
    const messageId = await insertSystemMessage(tx, room, ctx.userId, content);
    await emit(room, { type: "message.created", messageId, userId: ctx.userId });
  }
}

function changesOf(name: string, was: Task, is: Task): TaskNotice[] {
  const changes: TaskNotice[] = [];
  if (was.status !== is.status) changes.push({ change: "status", name, from: was.status, to: is.status });
  if (was.assigned_to?.id !== is.assigned_to?.id) {
    changes.push(
      is.assigned_to
        ? { change: "assigned", name, assignee: is.assigned_to.full_name }
        : { change: "unassigned", name },
    );
  }
  if (was.due_date !== is.due_date) {
    changes.push(is.due_date ? { change: "due", name, due: is.due_date } : { change: "noDue", name });
  }
  return changes;
}
