import { database, type Db } from "@/db/database";
import { eitherBlocked } from "@/db/queries/blocks";
import * as writes from "@/db/queries/room-writes";
import { selectRoom } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import type { Room } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { screenName } from "../filter/screen-text";
import { requirePermission } from "../require-permission";
import { presentRoom } from "./get-room";
import { placeRefusals } from "./place-refusals";

export type CreateRoomInput = {
  room_type: "direct" | "group" | "task" | "property";
  participant_ids: number[];
  name?: string | null | undefined;
  description?: string | null | undefined;
  task?: number | null | undefined;
  property?: number | null | undefined;
};

/**
 * Makes a room; the caller becomes its admin. For a direct pair it gives the one room that exists, bringing back whoever
 * had left it. Refuses with `invalid_input` (by field), `blocked` (a direct
 * pair of whom one has blocked the other), `filter_refused` (its name or description) or `forbidden` (viewers).
 */
export async function createRoom(ctx: Ctx, input: CreateRoomInput): Promise<Room> {
  requirePermission(ctx, "rooms.create");
  if (input.name) await screenName(input.name, "name");
  if (input.description) await screenName(input.description, "description");
  const { db } = database();
  const others = new Set(input.participant_ids.filter((id) => id !== ctx.userId));
  if (input.room_type === "direct" && others.size !== 1) {
    throw invalid("participant_ids", "A direct room needs exactly one other person.");
  }
  const active = await writes.selectActiveUsers(db, [...others]);
  const unknown = [...others].filter((id) => !active.has(id));
  if (unknown.length > 0) throw invalid("participant_ids", `There is no active user ${unknown.join(", ")}.`);
  const [only = 0] = others;
  if (input.room_type === "direct" && (await eitherBlocked(db, ctx.userId, only))) throw placeRefusals.blocked();
  const key = input.room_type === "direct" ? [ctx.userId, only].sort((a, b) => a - b).join(":") : null;
  const id = await commit(async (tx, emit) => {
    for (const person of await writes.selectActiveUsers(tx, await subjectPeople(tx, input))) others.add(person);
    const made = await writes.insertRoom(tx, {
      room_type: input.room_type,
      name: input.room_type === "direct" ? "" : (input.name ?? ""),
      description: input.description ?? "",
      task: input.room_type === "task" ? (input.task ?? null) : null,
      property: input.room_type === "property" ? (input.property ?? null) : null,
      direct_key: key,
      created_by: ctx.userId,
    });
    if (made !== undefined) {
      await writes.insertMember(tx, made, ctx.userId, { isAdmin: true, seq: 1 });
      others.delete(ctx.userId);
      for (const other of others) await writes.insertMember(tx, made, other, { isAdmin: false, seq: 1 });
      await emit(made, { type: "room.created", userId: ctx.userId });
      return made;
    }
    const existing = await writes.selectDirectRoom(tx, key ?? "");
    if (existing === undefined) throw new ChatError("unavailable", "The room could not be made. Try again.");
    for (const person of [ctx.userId, only]) {
      const seq = await nextSeq(tx, existing);
      const back = await writes.insertMember(tx, existing, person, { isAdmin: person === ctx.userId, seq });
      if (back) await emit(existing, { type: "participant.joined", userId: person });
    }
    return existing;
  });
  return presentRoom(db, ctx, id);
}

/** The number that the next event of a room whose row is held will take. */
async function nextSeq(tx: Db, room: string): Promise<number> {
  return ((await selectRoom(tx, room))?.last_seq ?? 0) + 1;
}

/** Whom the room's subject brings along: a task's assignee and creator. Refuses a subject that is missing or unknown. */
async function subjectPeople(db: Db, input: CreateRoomInput): Promise<number[]> {
  if (input.room_type === "task") {
    if (!input.task) throw invalid("task", "A task room needs a task.");
    const people = await writes.selectTaskPeople(db, input.task);
    if (!people) throw invalid("task", "There is no such task.");
    return people;
  }
  if (input.room_type === "property") {
    if (!input.property) throw invalid("property", "A property room needs a property.");
    if (!(await writes.propertyExists(db, input.property))) throw invalid("property", "There is no such property.");
  }
  return [];
}

function invalid(field: string, reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { [field]: [reason] } });
}
