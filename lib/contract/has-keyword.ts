/** Whether one of these words stands in a text, as a whole word, in whatever case and with or without accents. */
export function hasKeyword(text: string, keywords: string[]): boolean {
  if (keywords.length === 0) return false;
  const folded = fold(text);
  return keywords.some((keyword) => {
    const word = fold(keyword).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, "u").test(folded);
  });
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
