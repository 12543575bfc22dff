export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "bold" | "italic" | "strike"; children: Inline[] }
  | { kind: "link"; href: string; text: string }
  | { kind: "mention"; username: string };

export type Block =
  | { kind: "paragraph" | "quote"; lines: Inline[][] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: Inline[][] };

const INLINE =
  /`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)|~~(?=\S)(.+?)(?<=\S)~~|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)|(https?:\/\/[^\s<>"']+)|(?<![\w@.])@([\w.-]*\w)/gu;

const DEPTH = 4;

/** The inline part of the Markdown subset, as data: nothing here is ever HTML. */
export function parseInline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    at = match.index + match[0].length;
    const [whole, code, bold, strike, star, underscore, link, username] = match;
    const italic = star ?? underscore;
    if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (link !== undefined) {
      // A full stop after an address belongs to the sentence.
      const href = link.replace(/[.,:;!?)\]}]+$/, "");
      parts.push({ kind: "link", href, text: href });
      at -= link.length - href.length;
    } else if (username !== undefined) parts.push({ kind: "mention", username });
    else if (depth >= DEPTH) parts.push({ kind: "text", text: whole });
    else if (bold !== undefined) parts.push({ kind: "bold", children: parseInline(bold, depth + 1) });
    else if (strike !== undefined) parts.push({ kind: "strike", children: parseInline(strike, depth + 1) });
    else if (italic !== undefined) parts.push({ kind: "italic", children: parseInline(italic, depth + 1) });
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

function parseLines(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    const quote = /^> ?(.*)$/.exec(line)?.[1];
    const bullet = /^[-*•] +(.+)$/.exec(line)?.[1];
    const numbered = /^(\d{1,3})[.)] +(.+)$/.exec(line);
    const item = bullet ?? numbered?.[2];
    if (quote !== undefined) {
      if (last?.kind === "quote") last.lines.push(parseInline(quote));
      else blocks.push({ kind: "quote", lines: [parseInline(quote)] });
    } else if (item !== undefined) {
      const ordered = bullet === undefined;
      if (last?.kind === "list" && last.ordered === ordered) last.items.push(parseInline(item));
      else blocks.push({ kind: "list", ordered, start: Number(numbered?.[1] ?? 1), items: [parseInline(item)] });
    } else if (last?.kind === "paragraph") last.lines.push(parseInline(line));
    else blocks.push({ kind: "paragraph", lines: [parseInline(line)] });
  }
  return blocks;
}

/** Bold, italic, strike, code, quotes, lists, links and mentions: what messages are written in. */
export function parseRichText(text: string): Block[] {
  return text
    .split(/```(?:\w*\n)?([\s\S]*?)```/)
    .flatMap((part, i): Block[] =>
      i % 2 === 1
        ? [{ kind: "code", text: part.replace(/\n$/, "") }]
        : part.trim()
          ? parseLines(part.replace(/^\n|\n$/g, ""))
          : [],
    );
}

/** One to three emoji and nothing else. */
export function isJumbo(text: string): boolean {
  return /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|️|‍\p{Extended_Pictographic})*\s?){1,3}$/u.test(text);
}
