import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { ChatError } from "@/lib/contract/errors";
import { type FileType, fileTypes, olderOffice, plainText } from "./file-types";
import { extensionOf } from "./file-name";

/**
 * What a file really is, by its content. Refuses with `unsupported_media_type` what is not on the list, and what comes
 * under the name or the declared type of something else.
 */
export async function inspectFile(file: { path: string; name: string; declaredType: string }): Promise<FileType> {
  const extension = extensionOf(file.name);
  const found = (await fileTypeFromFile(file.path))?.mime;
  const type = await typeOf(file.path, found, extension);
  if (!type) throw refused("Files of this type cannot be sent.");
  const named = extension === "" || type.extensions.includes(extension) || isNameOfFamily(extension, type);
  if (!named || !agrees(file.declaredType, type)) throw refused("The file is not what its name says.");
  return type;
}

const refused = (reason: string) => new ChatError("unsupported_media_type", reason);

async function typeOf(path: string, found: string | undefined, extension: string): Promise<FileType | undefined> {
  if (found === "application/x-cfb") return olderOffice.find((type) => type.extensions.includes(extension));
  if (found !== undefined) return fileTypes.get(found);
  const text = plainText.find((type) => type.extensions.includes(extension));
  return text && (await isText(path)) ? text : undefined;
}

/** Phones name pictures as they like; a PNG called `.jpg` hurts nobody and gets its right name. */
function isNameOfFamily(extension: string, { family }: FileType): boolean {
  if (family !== "image") return false;
  return [...fileTypes.values()].some((type) => type.family === "image" && type.extensions.includes(extension));
}

/** Clients that do not know a type say `application/octet-stream`; one that claims a picture must bring one. */
function agrees(declared: string, { family }: FileType): boolean {
  const [top = ""] = declared.toLowerCase().split("/");
  if (top === "image") return family === "image";
  if (top === "audio" || top === "video") return family === "media";
  return true;
}

const looked = 64 * 1024;
/** A tag of HTML or XML; a person's text may well begin with `<3`. */
const markup = /^\s*<[!?a-z]/i;

/** No NUL and no control characters where people's text has none, and not the beginning of a page. */
async function isText(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(looked), 0, looked, 0);
    const text = buffer.subarray(0, bytesRead).toString("latin1");

    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) && !markup.test(text.replace(/^\xef\xbb\xbf/, ""));
  } finally {
    await handle.close();
  }
}
