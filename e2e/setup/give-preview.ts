import { writeFile } from "node:fs/promises";
import { database } from "@/db/database";
import { insertLink, putLink } from "@/db/queries/links";
import { configuredStorage } from "@/lib/storage/configured-storage";
import { temporaryFile } from "@/lib/storage/temporary-files";

/** Gives a message the preview of a page that nobody has to serve, with a picture of these bytes. */
export async function givePreview(message: { id: string; content: string }, bytes: Uint8Array): Promise<void> {
  const { db } = database();
  const path = await temporaryFile();
  await writeFile(path, bytes);
  const image_key = Buffer.from(message.id).toString("hex").slice(-40);
  await configuredStorage().put(image_key, { path, size: bytes.byteLength, contentType: "image/webp" });
  const { id } = await insertLink(db, "https://example.com/boiler", {
    title: "Boiler manual",
    description: "How to bleed a radiator.",
    site_name: "Example",
    image_key,
    image_width: 1200,
    image_height: 630,
  });
  await putLink(db, message.id, message.content, id);
}
