import { termPatterns, type SearchTerm } from "./search-terms";

/** About how many characters a snippet shows, and how many of them before the first match. */
const shown = 160;
const before = 50;

/** Latin letters that do not come apart into a letter and an accent. */
const whole: Record<string, string> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ё: "е",
};

type Folded = { text: string; starts: number[]; ends: number[] };

/** What `fold_text` does in the database, with where in the text each folded unit came from. */
function fold(text: string): Folded {
  const out: Folded = { text: "", starts: [], ends: [] };
  // A letter with its combining marks at once; a half-width kana with its voicing mark.
  for (const found of text.matchAll(/[^][\p{M}\uff9e\uff9f]*/gu)) {
    const lower = found[0].normalize("NFKC").toLowerCase();
    const plain = /\p{Script=Latin}/u.test(lower) ? lower.normalize("NFD").replace(/\p{Mn}/gu, "") : lower;
    const folded = plain.replace(/[đðłøħıßæœþё]/g, (letter) => whole[letter] ?? letter);
    out.text += folded;
    for (let i = 0; i < folded.length; i++) {
      out.starts.push(found.index);
      out.ends.push(found.index + found[0].length);
    }
  }
  return out;
}

type Span = { start: number; end: number };

/** Where the terms stand in the text, in order and without overlaps: each as exactly as it is found at all. */
function matches(content: string, terms: SearchTerm[]): Span[] {
  const folded = fold(content);
  const spans: Span[] = [];
  for (const term of terms) {
    const patterns = termPatterns(term, "\\p{L}\\p{N}");
    const tries = term.substring
      ? [term.text]
      : [patterns.exact, ...(term.prefix ? [patterns.prefix] : []), ...(term.typo ? [patterns.typo] : [])];
    for (const pattern of tries) {
      const found = [...folded.text.matchAll(new RegExp(pattern, "gu"))];
      for (const match of found) {
        const start = folded.starts[match.index];
        const end = folded.ends[match.index + match[0].length - 1];
        if (start !== undefined && end !== undefined) spans.push({ start, end });
      }
      if (found.length > 0) break;
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** A cut that halves neither a surrogate pair nor a letter and its marks, and prefers a space close by. */
function cut(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - 15), at).search(/\s\S*$/u);
  if (space >= 0) return Math.max(0, at - 15) + space + 1;
  let index = at;
  while (index > 0 && /^[\udc00-\udfff\p{M}]/u.test(text.slice(index))) index--;
  return index;
}

/** The text around the first match, as HTML: matches in `<mark>`, everything else escaped. */
export function snippet(content: string, terms: SearchTerm[]): string {
  const spans = matches(content, terms);
  const first = spans[0];
  const start =
    content.length <= shown ? 0 : cut(content, Math.min((first?.start ?? 0) - before, content.length - shown));
  const end = Math.max(cut(content, start + shown), Math.min(first?.end ?? 0, start + 2 * shown));
  let html = start > 0 ? "…" : "";
  let at = start;
  for (const span of spans) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (from >= to) continue;
    html += `${escape(content.slice(at, from))}<mark>${escape(content.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escape(content.slice(at, end)) + (end < content.length ? "…" : "");
}
