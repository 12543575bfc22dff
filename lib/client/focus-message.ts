/** Puts the focus on what can be done with a message, when what it was on goes away; nothing happens if it is not drawn. */
export function focusMessage(id: string): void {
  const place = `[data-message="${CSS.escape(id)}"] [aria-haspopup="menu"]`;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(place)?.focus({ preventScroll: true }));
}
