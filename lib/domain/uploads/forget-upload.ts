import { uploadStore } from "@/lib/storage/upload-store";

/** Forgets an upload, whole or not, that was not made an attachment in its time. */
export async function forgetUpload(id: string): Promise<void> {
  await (await uploadStore()).forget(id);
}
