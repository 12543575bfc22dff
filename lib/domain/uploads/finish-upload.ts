import { rm } from "node:fs/promises";
import { database } from "@/db/database";
import { selectAttachment } from "@/db/queries/attachments";
import { ChatError } from "@/lib/contract/errors";
import type { Attachment } from "@/lib/contract/shapes";
import { uploadStore } from "@/lib/storage/upload-store";
import { presentAttachment } from "../attachments/present-attachment";
import { storeUpload } from "../attachments/store-upload";
import type { VoiceFacts } from "../attachments/upload";
import type { Ctx } from "../ctx";
import { accessUpload } from "./access-upload";

// A retry while the first try is still at work waits for the same outcome.
const slot = Symbol.for("aristay.finishing-uploads");
const shared = globalThis as { [slot]?: Map<string, Promise<Attachment>> };
const running = (shared[slot] ??= new Map());

/**
 * Makes an upload whose parts are all there an attachment of the same id, as a direct upload does. Again, it gives the
 * same one. One that is refused is gone.
 * Refuses with `conflict` (parts are missing), and as `accessUpload` and `storeUpload` do.
 */
export async function finishUpload(ctx: Ctx, id: string, facts: VoiceFacts): Promise<Attachment> {
  const key = `${ctx.userId}:${id}`;
  const present = running.get(key);
  if (present) return present;
  const work = finish(ctx, id, facts).finally(() => running.delete(key));
  running.set(key, work);
  return work;
}

async function finish(ctx: Ctx, id: string, facts: VoiceFacts): Promise<Attachment> {
  const earlier = await selectAttachment(database().db, id);
  if (earlier?.uploader_id === ctx.userId) return presentAttachment(earlier);
  const whole = await accessUpload(ctx, id);
  const { size = 0, offset, metadata } = whole;
  if (offset < size) throw new ChatError("conflict", "Parts of the upload are missing.");
  const store = await uploadStore();
  const path = await store.take(whole);
  if (path === null) throw new ChatError("not_found", "There is no such upload.");
  const upload = { path, size, name: metadata?.filename ?? "", declaredType: metadata?.filetype ?? "" };
  try {
    const stored = presentAttachment(await storeUpload(ctx, upload, facts, id));
    await store.forget(id);
    return stored;
  } catch (error) {
    // A refusal stands; after anything else another try may succeed.
    if (error instanceof ChatError && error.status < 500) await store.forget(id);
    throw error;
  } finally {
    // A copy of what lies elsewhere; on disk the upload itself, which the store has forgotten or another try needs.
    if (store.takes === "copies") await rm(path, { force: true });
  }
}
