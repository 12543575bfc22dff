/** `@username` at a word's edge, and `@all`. Names come back in lower case, each once. */
export function mentioned(content: string): { names: string[]; all: boolean } {
  const names = new Set<string>();
  for (const match of content.matchAll(/(?<![\p{L}\p{N}_@])@([A-Za-z0-9_.+-]{1,150})(?![\p{L}\p{N}_@])/gu)) {
    const name = (match[1] ?? "").toLowerCase();
    names.add(name);
    // A sentence's full stop is no part of the name, but a name may end in one.
    names.add(name.replace(/[.+-]+$/, ""));
  }
  const all = names.delete("all");
  names.delete("");
  return { names: [...names], all };
}
