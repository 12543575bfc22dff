import { database } from "@/db/database";
import { ChatError } from "@/lib/contract/errors";
import { configuredStorage } from "@/lib/storage/configured-storage";
import type { OpenedFile } from "../attachments/open-attachment";
import type { Ctx } from "../ctx";
import { accessMessage } from "../messages/access-message";

const gone = () => new ChatError("not_found", "There is no such picture.");

/**
 * The picture of a message's link, for those who may read the message, with what tells it from another one.
 * Refuses with `not_found` (also once the preview was removed), or as every look at a message does.
 */
export async function openLinkImage(ctx: Ctx, id: string): Promise<OpenedFile & { tag: string }> {
  const { row } = await accessMessage(database().db, ctx, id, "room.read");
  const key = row.link?.image_key;
  if (!row.link || !key) throw gone();
  return {
    name: "link.webp",
    contentType: "image/webp",
    inline: true,
    size: null,
    tag: `link-${row.link.id}`,
    async open() {
      const bytes = await configuredStorage().open(key);
      if (!bytes) throw gone();
      return bytes;
    },
  };
}
