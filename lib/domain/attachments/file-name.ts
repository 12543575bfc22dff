import type { FileType } from "./file-types";

const longest = 255;

/** Lower case, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /[^.\s]\.([A-Za-z0-9]{1,10})\s*$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * A name that is safe to show and to save: no folders, no control characters, nothing that turns the direction of
 * writing round (`gpj.exe` shown as `exe.jpg`), at most 255 characters, and with an extension that its content has.
 */
export function cleanFileName(given: string, type: Pick<FileType, "extensions">): string {
  const base = (given.split(/[/\\]/).at(-1) ?? "")
    .replace(/\p{Surrogate}/gu, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const extension = extensionOf(base);
  const stem = extension === "" ? base : base.slice(0, -(extension.length + 1));
  const kept = type.extensions.includes(extension) ? extension : type.extensions[0];
  const room = longest - kept.length - 1;
  const short = [...stem].reduce((text, letter) => (text.length + letter.length <= room ? text + letter : text), "");
  return `${short.trim() || "file"}.${kept}`;
}
