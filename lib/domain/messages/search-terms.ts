import { ChatError } from "@/lib/contract/errors";

/** A folded word of the query and how it may be found. */
export type SearchTerm = {
  text: string;
  /** Anywhere in the text: scripts that put no spaces between words. */
  substring: boolean;
  /** The start of a word is enough. */
  prefix: boolean;
  /** One typo is forgiven. */
  typo: boolean;
};

/** Thai, Hangul, kana and Han, as the inside of a character class that both PostgreSQL and JavaScript read. */
const unspaced =
  "\u0e00-\u0e7f\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}";
const hasUnspaced = new RegExp(`[${unspaced}]`, "u");

/** Longer words have a pattern too large to be worth its compilation. */
const longestTypo = 32;

/** Refuses a query too short to search for, with `invalid_input`. */
export function checkQuery(q: string): void {
  const trimmed = q.normalize("NFKC").trim();
  const least = hasUnspaced.test(trimmed) ? 2 : 3;
  if ([...trimmed].length < least) throw refused(`Give at least ${least} characters.`);
  if (!/[\p{L}\p{N}]/u.test(trimmed)) throw refused("Give at least one word.");
}

/** The words of a query that `fold_text` has folded. */
export function searchTerms(folded: string): SearchTerm[] {
  const words = folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  if (words.length === 0) throw refused("Give at least one word.");
  return words.map((text, index) => {
    const substring = hasUnspaced.test(text);
    const letters = [...text].length;
    return {
      text,
      substring,
      prefix: !substring && index === words.length - 1,
      // A digit more or less is another number, not a typo.
      typo: !substring && letters >= 5 && letters <= longestTypo && !/\p{N}/u.test(text),
    };
  });
}

function refused(reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { q: [reason] } });
}

export type TermPatterns = { exact: string; prefix: string; typo: string };

/**
 * The term as regular expressions over folded text, for either engine (`alnum` is its class of letters and digits,
 * without the brackets). Beside a script without spaces a word ends too: "wifiの" has the word "wifi". Lookarounds
 * rather than `\m` and `\b`, which know ASCII alone here.
 */
export function termPatterns(term: SearchTerm, alnum: string): TermPatterns {
  const edge = `[^${alnum}]|[${unspaced}]`;
  const start = `(?<=^|${edge})`;
  const end = `(?=$|${edge})`;
  const letters = [...term.text];
  const from = (index: number) => letters.slice(index).join("");
  const any = `[${alnum}]`;
  const edits = letters.map((letter, i) => {
    const next = letters[i + 1];
    const swapped = next === undefined ? "" : `|${next}${letter}${from(i + 2)}`;
    // Replaced or missing, one too many, or two changed places.
    return `${letters.slice(0, i).join("")}(?:${any}?${from(i + 1)}|${any}${from(i)}${swapped})`;
  });
  return {
    exact: `${start}${term.text}${end}`,
    prefix: `${start}${term.text}`,
    typo: `${start}(?:${edits.join("|")}|${term.text}${any})${end}`,
  };
}

/**
 * The least word similarity that one typo leaves: of a word's n + 1 trigrams two swapped letters spoil four. Repeated
 * trigrams make it a little less.
 */
export function typoThreshold(terms: SearchTerm[]): number {
  const shortest = Math.min(...terms.filter((t) => t.typo).map((t) => t.text.length), longestTypo);
  return (shortest - 3) / (shortest + 5) - 0.02;
}
