import type { Readable } from "node:stream";
import { database, type Db } from "@/db/database";
import { type AttachmentPlace, selectAttachment } from "@/db/queries/attachments";
import { isHeldFor } from "@/db/queries/held-texts";
import { isReportedTo } from "@/db/queries/reports";
import { ChatError } from "@/lib/contract/errors";
import { roleMay } from "@/lib/contract/permissions";
import { log } from "@/lib/log/log";
import { configuredStorage } from "@/lib/storage/configured-storage";
import type { StoredRange } from "@/lib/storage/storage";
import type { Ctx } from "../ctx";
import { accessRoom } from "../rooms/access-room";
import { isShownInline } from "./file-types";

export type OpenedFile = {
  name: string;
  contentType: string;
  inline: boolean;
  /** Null for the small ones: their size is known when their bytes are. */
  size: number | null;
  open(range?: StoredRange): Promise<Readable>;
};

/**
 * A file for somebody who may see it now: a participant of its message's room, its uploader while it is
 * unsent, or a moderator once the message was reported or while it is held.
 * Refuses with `not_found` (also once its message is deleted or hidden, or without a small one), `not_participant`, `forbidden`.
 */
export async function openAttachment(ctx: Ctx, { id, variant }: { id: string; variant: Variant }): Promise<OpenedFile> {
  const { db } = database();
  const file = await selectAttachment(db, id);
  if (!file) throw gone();
  if (await isToJudge(db, ctx, file)) return opened(file, variant);
  if (file.room_id !== null) await accessRoom(db, ctx, file.room_id, "room.read");
  else if (file.uploader_id !== ctx.userId) throw new ChatError("forbidden", "This file has not been sent.");
  if (file.message_hidden) throw gone();
  return opened(file, variant);
}

/** Moderators see what they have to decide about, also from outside of the room. */
async function isToJudge(db: Db, ctx: Ctx, file: AttachmentPlace): Promise<boolean> {
  if (!roleMay(ctx.role, "reports.decide")) return false;
  if (file.held_id !== null) return isHeldFor(db, ctx, file.held_id);
  return file.message_id !== null && (await isReportedTo(db, ctx, file.message_id));
}

type Variant = "file" | "thumbnail" | "preview";

function opened(file: AttachmentPlace, variant: Variant): OpenedFile {
  // A picture that fills no screen is its own preview.
  const shown = variant === "preview" && file.kind === "image" && file.preview_key === null ? "file" : variant;
  const key = { file: file.storage_key, thumbnail: file.thumbnail_key, preview: file.preview_key }[shown];
  if (file.message_deleted || key === null) throw gone();
  const small = shown !== "file";
  const contentType = small ? "image/webp" : file.content_type;
  return {
    name: small ? file.name.replace(/\.[^.]*$/, ".webp") : file.name,
    contentType,
    inline: isShownInline(contentType),
    size: small ? null : file.size,
    async open(range) {
      const bytes = await configuredStorage().open(key, range);
      if (bytes) return bytes;
      log.error({ attachment: file.id, variant }, "the bytes of a file are missing");
      throw gone();
    },
  };
}

const gone = () => new ChatError("not_found", "There is no such file.");
