const plain = /^[\x20-\x7e\t\n\r]*$/;

/** A text as people see it: in one form of each letter, and without what is invisible. */
export const visibleText = (text: string): string =>
  plain.test(text) ? text : text.normalize("NFKC").replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, "");

/** The words of a text, in lower case and without accents (also those of Vietnamese). */
export function foldedWords(text: string): string[] {
  const folded = plain.test(text)
    ? text.toLowerCase()
    : visibleText(text)
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .replaceAll("đ", "d");
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
