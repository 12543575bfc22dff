export type FileFamily = "image" | "media" | "document";

export type FileType = {
  family: FileFamily;
  /** What it is served as. */
  contentType: string;
  /** The names that it may bear; the first one is given to a file without. */
  extensions: readonly [string, ...string[]];
};

const image = (contentType: string, ...extensions: [string, ...string[]]): FileType => ({
  family: "image",
  contentType,
  extensions,
});
const media = (contentType: string, ...extensions: [string, ...string[]]): FileType => ({
  family: "media",
  contentType,
  extensions,
});
const paper = (contentType: string, ...extensions: [string, ...string[]]): FileType => ({
  family: "document",
  contentType,
  extensions,
});

const openXml = (part: string) => `application/vnd.openxmlformats-officedocument.${part}`;
const openDocument = (part: string) => `application/vnd.oasis.opendocument.${part}`;
const mp4 = ["mp4", "m4a", "m4v", "mov", "3gp"] as const;

/** What may be stored, by what its content turned out to be. Everything else is refused with 415. */
export const fileTypes: ReadonlyMap<string, FileType> = new Map(
  Object.entries({
    "image/jpeg": image("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    "image/png": image("image/png", "png"),
    "image/apng": image("image/png", "png", "apng"),
    "image/gif": image("image/gif", "gif"),
    "image/webp": image("image/webp", "webp"),
    "image/avif": image("image/avif", "avif"),
    "image/heic": image("image/heic", "heic", "heif"),
    "image/heif": image("image/heic", "heif", "heic"),
    "audio/mpeg": media("audio/mpeg", "mp3", "mpga"),
    "audio/mp4": media("audio/mp4", "m4a", ...mp4),
    "audio/x-m4a": media("audio/mp4", "m4a", ...mp4),
    "audio/aac": media("audio/aac", "aac"),
    "audio/ogg": media("audio/ogg", "ogg", "oga", "opus"),
    "audio/ogg; codecs=opus": media("audio/ogg", "ogg", "oga", "opus"),
    "audio/wav": media("audio/wav", "wav"),
    "audio/flac": media("audio/flac", "flac"),
    "audio/amr": media("audio/amr", "amr"),
    "video/mp4": media("video/mp4", ...mp4),
    "video/x-m4v": media("video/mp4", "m4v", ...mp4),
    "video/quicktime": media("video/quicktime", "mov", "qt", ...mp4),
    "video/webm": media("video/webm", "webm", "weba"),
    "application/pdf": paper("application/pdf", "pdf"),
    [openXml("wordprocessingml.document")]: paper(openXml("wordprocessingml.document"), "docx"),
    [openXml("spreadsheetml.sheet")]: paper(openXml("spreadsheetml.sheet"), "xlsx"),
    [openXml("presentationml.presentation")]: paper(openXml("presentationml.presentation"), "pptx"),
    [openDocument("text")]: paper(openDocument("text"), "odt"),
    [openDocument("spreadsheet")]: paper(openDocument("spreadsheet"), "ods"),
    [openDocument("presentation")]: paper(openDocument("presentation"), "odp"),
    "application/zip": paper("application/zip", "zip"),
  }),
);

/** One container for the older Office files, and for installers too: the name decides, and only these are taken. */
export const olderOffice: readonly FileType[] = [
  paper("application/msword", "doc"),
  paper("application/vnd.ms-excel", "xls"),
  paper("application/vnd.ms-powerpoint", "ppt"),
];

/** Text has no marks of its own: the name decides, once the content is known to be text. */
export const plainText: readonly FileType[] = [
  paper("text/plain; charset=utf-8", "txt", "log"),
  paper("text/csv; charset=utf-8", "csv"),
];

/** Shown in the page; everything else is offered as a download. Nothing here can run a script. */
export function isShownInline(contentType: string): boolean {
  return /^(image\/(jpeg|png|gif|webp)|audio\/|video\/)/.test(contentType);
}
