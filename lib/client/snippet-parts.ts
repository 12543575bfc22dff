const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/**
 * A found text as the server marks it (matches in `<mark>`, the rest escaped), taken apart into plain texts: it is
 * drawn as text, never as HTML.
 */
export function snippetParts(snippet: string): { text: string; found: boolean }[] {
  return snippet
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, i) => ({
      text: text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity),
      found: i % 2 === 1,
    }))
    .filter(({ text }) => text !== "");
}
