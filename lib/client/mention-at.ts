/** The mention that is being typed at the caret, if one is. */
export function mentionAt(text: string, caret: number): { start: number; word: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  const word = match?.[1];
  return word === undefined ? null : { start: caret - word.length - 1, word };
}
