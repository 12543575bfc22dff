import { database, type Db } from "@/db/database";
import { freeFilesOfHeld } from "@/db/queries/attachments";
import { decideHeld, type HeldRow, selectSendOfHeld } from "@/db/queries/held-texts";
import { lockRoom } from "@/db/queries/rooms";
import { sendBatch } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import type { HeldWithContext } from "@/lib/contract/held";
import { roleMay } from "@/lib/contract/permissions";
import { publish } from "@/lib/events/bus";
import { metrics } from "@/lib/metrics/metrics";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { readFrom } from "../messages/read-from";
import { publishCommitted } from "../publish-committed";
import { accessHeld } from "./access-held";
import { getHeld } from "./get-held";

/**
 * Lets a held text through: it is written as every send is, now, under the `client_id` that it came with, and so once. Again
 * changes nothing. Refuses as `accessHeld` does, and with `conflict` what was refused, or whose writer could not send it now: the
 * text stays then. `fields.reason` has the code of why.
 */
export async function releaseHeld(ctx: Ctx, id: string): Promise<HeldWithContext> {
  const seen = await accessHeld(database().db, ctx, id);
  const seq = await database().db.transaction(async (tx) => {
    await lockRoom(tx, seen.room_id);
    const row = await accessHeld(tx, ctx, id);
    if (row.state === "released") return null;
    if (row.state === "refused") {
      throw new ChatError("conflict", "It was refused already, and its writer knows.", {
        fields: { reason: ["refused"] },
      });
    }
    const written = await write(tx, row);
    await decideHeld(tx, id, { by: ctx.userId, reason: "", message: written.id });
    await recordAudit(tx, ctx, {
      action: "message.released",
      target: { type: "message", id: written.id },
      details: { held: id, person: row.person.id, room: row.room_id },
    });
    return written.seq;
  });
  if (seq !== null) {
    metrics()?.sends.inc({ outcome: "ok" });
    await publishCommitted(seen.room_id, [seq]);
    publish({ kind: "moderation", about: "held", user_id: seen.person.id });
  }
  return getHeld(ctx, id);
}

async function write(tx: Db, { id, person }: HeldRow): Promise<{ id: string; seq: number }> {
  if (!person.is_active) throw cannot("closed");
  if (!roleMay(person.role, "message.send")) throw cannot("reader");
  const send = await selectSendOfHeld(tx, id);
  await freeFilesOfHeld(tx, id);
  const [written] = await sendBatch(tx, [{ ...send, ...readFrom(send.content), held: id }]);
  if (written?.verdict === "ok") return written;
  throw cannot(written?.verdict ?? "reused");
}

type Why = Exclude<Awaited<ReturnType<typeof sendBatch>>[number]["verdict"], "ok"> | "closed" | "reader";

/** Pages have words of their own for the code of the reason. */
const cannot = (code: Why) =>
  new ChatError("conflict", `It cannot be sent now: ${why[code]}. It stays here until it can, or is refused.`, {
    fields: { reason: [code] },
  });

const why: Record<Why, string> = {
  closed: "the account of its writer is closed",
  reader: "its writer only reads by now",
  earlier: "it is a message already",
  held: "it is held twice",
  reused: "another message has its client_id",
  unknown_room: "the room is gone",
  not_participant: "its writer is not in the room any more",
  room_archived: "the room is archived",
  silenced: "its writer is silenced in the room",
  only_admins_write: "only admins write in the room by now",
  blocked: "one of the two has blocked the other",
  bad_reply: "what it answers is gone",
  bad_thread: "the thread that it belongs to is gone",
  bad_attachment: "one of its files is gone",
};
