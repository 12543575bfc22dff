import { database } from "@/db/database";
import { deleteFreeAttachments, deleteOrphans } from "@/db/queries/attachments";
import { deleteStaleLinks } from "@/db/queries/links";
import { log } from "@/lib/log/log";
import { configuredStorage } from "@/lib/storage/configured-storage";
import { removeStaleTemporaryFiles } from "@/lib/storage/temporary-files";
import { uploadStore } from "@/lib/storage/upload-store";

const orphanHours = 24;
const portion = 100;

/** Forgets a file that was uploaded for nothing. One that a message took meanwhile stays. */
export const forgetFile = (id: string): Promise<void> => forgetFiles([id]);

/** The same for several, as those of messages that were removed. */
export async function forgetFiles(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  try {
    await removeBytes(await deleteFreeAttachments(database().db, ids));
  } catch (error) {
    // The sweep finds them.
    log.warn({ err: error, attachments: ids }, "unused files could not be removed yet");
  }
}

/**
 * Removes what was uploaded more than a day ago and never sent, what broke off half-written, and previews of links that no
 * message shows any more.
 */
export async function sweepOrphans(): Promise<void> {
  await removeStaleTemporaryFiles(orphanHours * 3_600_000);
  await (await uploadStore()).sweep();
  for (;;) {
    const gone = await deleteOrphans(database().db, orphanHours, portion);
    await removeBytes(gone);
    if (gone.length < portion) break;
  }
  for (;;) {
    const gone = await deleteStaleLinks(database().db, portion);
    await removeKeys(gone.flatMap((key) => key ?? []));
    if (gone.length < portion) return;
  }
}

type Keys = { storage_key: string; thumbnail_key: string | null; preview_key: string | null };

async function removeBytes(files: Keys[]): Promise<void> {
  await removeKeys(
    files.flatMap((file) => [file.storage_key, file.thumbnail_key ?? [], file.preview_key ?? []].flat()),
  );
}

async function removeKeys(keys: string[]): Promise<void> {
  for (const key of keys) {
    await configuredStorage()
      .remove(key)
      .catch((error: unknown) => {
        log.warn({ err: error, key }, "the bytes of a file could not be removed");
      });
  }
}
