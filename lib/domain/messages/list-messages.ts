import { database, type Db } from "@/db/database";
import {
  selectAllRoomsSlice,
  selectAnchor,
  selectAt,
  selectRoomSlice,
  type Anchor,
  type MessageFilter,
} from "@/db/queries/message-lists";
import type { MessageRow } from "@/db/queries/messages";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { listedRoom } from "./listed-room";
import { presentMessagesFor } from "./present-messages";

export type ListMessagesInput = MessageFilter & {
  limit: number;
  /** Message ids; at most one of the three. */
  before?: string | undefined;
  after?: string | undefined;
  around?: string | undefined;
  ordering: "created_at" | "-created_at";
};

/**
 * Messages beside a cursor, in `ordering`; stable while messages arrive. `has_more` tells whether the direction asked for
 * goes on (for `around`: whether either does). Refuses with `not_participant`, or `invalid_input` for an unknown cursor.
 */
export async function listMessages(
  ctx: Ctx,
  input: ListMessagesInput,
): Promise<{ results: Message[]; has_more: boolean }> {
  const { db } = database();
  const room = await listedRoom(db, ctx, input);
  const cursor = input.before ?? input.after ?? input.around;
  const anchor = cursor === undefined ? undefined : await selectAnchor(db, ctx.userId, cursor);
  // Beside what is gone the list goes on; around it there is nothing to see.
  const isNone = !anchor || (input.around !== undefined && anchor.gone);
  if (cursor !== undefined && (isNone || (room && anchor.room_id !== room.toLowerCase()))) {
    const field = input.before ? "before" : input.after ? "after" : "around";
    throw new ChatError("invalid_input", "The cursor is no message of this list.", {
      fields: { [field]: ["It is no message of this list."] },
    });
  }
  const descending = input.ordering === "-created_at";
  const slice = (range: { after?: Anchor; before?: Anchor; newestFirst: boolean; limit: number }) =>
    room
      ? selectRoomSlice(db, room, input, {
          ...(range.after && { after: range.after.seq }),
          ...(range.before && { before: range.before.seq }),
          newestFirst: range.newestFirst,
          limit: range.limit,
        })
      : selectAllRoomsSlice(db, ctx.userId, input, range);

  let rows: MessageRow[];
  let more = false;
  if (anchor && input.around) {
    const half = Math.ceil(input.limit / 2);
    const older = await slice({ before: anchor, newestFirst: true, limit: half + 1 });
    const newer = await slice({ after: anchor, newestFirst: false, limit: input.limit - half + 1 });
    more = older.length > half || newer.length > input.limit - half;
    const self = await selectSelf(db, input, anchor);
    rows = [...older.slice(0, half).reverse(), ...self, ...newer.slice(0, input.limit - half)];
    if (rows.length > input.limit) rows = rows.slice(rows.length - input.limit);
    if (descending) rows.reverse();
  } else {
    const newestFirst = input.after ? false : input.before ? true : descending;
    rows = await slice({
      ...(input.after && anchor && { after: anchor }),
      ...(input.before && anchor && { before: anchor }),
      newestFirst,
      limit: input.limit + 1,
    });
    more = rows.length > input.limit;
    rows = rows.slice(0, input.limit);
    if (newestFirst !== descending) rows.reverse();
  }
  return { results: await presentMessagesFor(ctx.userId, rows, db), has_more: more };
}

/** The cursor's own message, if the list shows it; also one that stayed where older ones are gone. */
function selectSelf(db: Db, input: ListMessagesInput, anchor: Anchor): Promise<MessageRow[]> {
  return selectAt(db, anchor.room_id, input, anchor.seq);
}
