function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

/** Whether every word is in the text, whatever the case and accents. */
export function matches(text: string, words: string): boolean {
  const inside = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}
