import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { log } from "@/lib/log/log";
import { configuredStorage } from "@/lib/storage/configured-storage";
import { temporaryFile } from "@/lib/storage/temporary-files";
import { fileTypes } from "../attachments/file-types";
import { processImage } from "../attachments/process-image";
import { fetchPublic } from "./fetch-public";
import { pageFacts } from "./page-facts";

const patienceMs = 8000;
const pageBytes = 512 * 1024;
const imageBytes = 5 * 1024 * 1024;

type Image = { image_key: string; image_width: number; image_height: number };
const noImage = { image_key: null, image_width: null, image_height: null };

/** What a page says of itself, its picture made anew and stored. A page that cannot be seen says nothing. */
export async function lookAtPage(address: string) {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const page = await fetchPublic(address, {
      accepts: /^(text\/html|application\/xhtml\+xml)\b/i,
      bytes: pageBytes,
      longer: "cut",
      signal,
    });
    const { title, description, siteName, image } = pageFacts(page);
    const picture = title !== null && image ? await lookAtImage(image, signal) : noImage;
    return { title, description, site_name: siteName || page.url.hostname, ...picture };
  } catch (error) {
    log.info({ reason: reasonOf(error) }, "a linked page could not be seen");
    return { title: null, description: "", site_name: "", ...noImage };
  }
}

/** A page whose picture is missing, broken or too large is shown without it. */
async function lookAtImage(address: URL, signal: AbortSignal): Promise<Image | typeof noImage> {
  const made: string[] = [];
  try {
    const { body } = await fetchPublic(address.href, {
      accepts: /^image\//i,
      bytes: imageBytes,
      longer: "refuse",
      signal,
    });
    const type = fileTypes.get((await fileTypeFromBuffer(body))?.mime ?? "");
    if (type?.family !== "image") return noImage;
    const source = await temporaryFile();
    made.push(source);
    await writeFile(source, body);
    const { thumbnail, width, height } = await processImage(source, type, (path) => made.push(path));
    const image_key = randomBytes(20).toString("hex");
    await configuredStorage().put(image_key, { ...thumbnail, contentType: "image/webp" });
    return { image_key, image_width: width, image_height: height };
  } catch (error) {
    log.info({ reason: reasonOf(error) }, "the picture of a linked page could not be seen");
    return noImage;
  } finally {
    await Promise.all(made.map((path) => rm(path, { force: true })));
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
